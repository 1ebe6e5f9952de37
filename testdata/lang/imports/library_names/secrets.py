PASSWORD = "open sesame"
