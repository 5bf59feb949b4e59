sign-in = Anmelden
sign-out = Abmelden
