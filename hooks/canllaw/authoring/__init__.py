"""The command `canllaw new`: what it asks, and the files that it makes.

What a file begins with stands in the Markdown files of this folder.
"""
