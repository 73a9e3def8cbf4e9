"""Diagrams: one text file beside a guide, drawn in the language of the text, with a description in words.

`reading` makes a `Diagram` of a file; the module of its kind in `kinds` draws it on a `Canvas` of a given width, and
describes it; `svg` makes markup of the canvas. Everything is a pure function of the file and the language.
"""
