"""The local preview: a server that reloads the browser, and a watch that builds again."""
