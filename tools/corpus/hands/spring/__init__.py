"""Spring writes to order: cells of two and four bars that one can whistle, a new band for each, the cliché known well enough to walk one street over."""
