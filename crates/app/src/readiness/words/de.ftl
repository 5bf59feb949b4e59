readiness-title = Was Prüfende fragen werden
readiness-lead = Zwölf Fragen, beantwortet durch aktuelle Nachweise. Stand { $day }.
readiness-of-twelve = von 12 Fragen beantwortet
readiness-not-covered = Diese Programmversion führt dazu keine Nachweise. Halten Sie eigene bereit.
readiness-worst = Die größte Lücke:
readiness-help = Wie diese Zahlen gezählt werden
readiness-help-text = Eine Frage ist beantwortet, wenn aktuelle Nachweise sie beantworten und keine Lücke über einer Feststellung im Weg steht und nichts, worauf sie beruht, unbekannt ist. Unbekannt ist nie bestanden. Einstufungen sind Vorschläge: Nur Prüfende stufen ein.
fix-the-worst-gap = Größte Lücke schließen
see-the-worst-gap = Größte Lücke ansehen
standing-answered = Beantwortet
standing-due-soon = Beantwortet, bald fällig
standing-not-answered = Nicht beantwortet
standing-nothing-recorded = Noch nichts aufgezeichnet
standing-not-covered = Von dieser Programmversion nicht abgedeckt
rule-state-pass = Erfüllt
rule-state-due-soon = Bald fällig
rule-state-unknown = Unbekannt
rule-state-fail = Lücke
rule-state-not-applicable = Trifft nicht zu
severity-obs = Feststellung
severity-min = Voraussichtlich geringfügige Abweichung
severity-maj = Voraussichtlich schwerwiegende Abweichung
as-of-label = Stand
as-of-show = Anzeigen
as-of-not-a-day = Geben Sie einen Tag an, zum Beispiel 2026-03-10.
as-of-in-the-future = Nachweise lassen sich zum heutigen oder einem vergangenen Tag abfragen.
as-at-day = Stand { $day }.
crumbs = Sie sind hier
parity-title = Leitung neben Belegschaft
parity-empty = Noch ist nichts veröffentlicht, das eine Bestätigung verlangt. Sobald es so weit ist, stehen Leitung und Belegschaft hier nebeneinander: Prüfende sehen zuerst auf die Leitung.
parity-caption = Bestätigt: { $title } Version { $version }
parity-group = Gruppe
parity-share = Anteil
parity-done = Bestätigt
parity-management = Leitung
parity-staff = Belegschaft
parity-of = { $done } von { $owed }
trend-title = Beantwortete Fragen über zwölf Monate
trend-note = Wie am Ende jedes Monats bekannt, und am gezeigten Tag.
trend-as-table = Als Tabelle zeigen
trend-day = Tag
trend-answered = Beantwortet
question-number = Frage { $number }
question-first-step = Ersten Nachweis schaffen
question-results = Was die Regeln gefunden haben
question-evidence = Die Nachweise dahinter
question-empty-title = Diese Programmversion deckt die Frage nicht ab
question-empty = Hier werden dazu keine Nachweise geführt, und keine Regel sieht danach; die Frage zählt als unbeantwortet. Prüfende werden trotzdem fragen: Halten Sie eigene Nachweise bereit.
evidence-statements = Erklärungen, ihre Versionen und Unterschriften
evidence-acknowledgements = Veröffentlichungen und wer sie bestätigt hat
evidence-register = Das Register der obersten Leitung
evidence-people = Personen
evidence-packs = Nachweispakete
rules-title = Regeln
rules-lead = Jede mit dem Schlimmsten, was sie sagt.
rule-usually = Üblicherweise eingestuft: { $severity }
known-in-records = In Aufzeichnungen und Paketen bekannt als
rule-says = Was sie sagt, Stand { $day }
rule-looks-at = Sieht an
rule-why = Warum
rule-what-to-do = Was zu tun ist
rule-how-it-is-gamed = Wie man sie umgeht
rule-thresholds = Schwellen
rule-requirements = Am unmittelbarsten verlangt von
rule-unverified = Verweis nicht am Text geprüft
rule-asked-by = { $count ->
    [one] Eine Stelle stützt sich darauf
   *[other] { $count } Stellen stützen sich darauf
}
parameters-title = Schwellen
parameters-lead = Wie viel die Regeln verlangen, und wer das sagt.
parameters-used = Schwellen, an denen eine Regel misst
parameters-name = Schwelle
parameters-value = Wert
parameters-default = Wie ausgeliefert
parameters-origin = Herkunft
parameters-limit = Feste Grenze
parameters-no-limit = keine
parameters-changed = Geändert
parameters-unused = { $count } weitere, an denen noch keine Regel misst
parameters-unused-note = Sie stehen hier, damit nichts verborgen ist, und lassen sich erst ändern, wenn eine Regel sie verwendet.
parameters-no-switch = Regeln lassen sich hier nicht abschalten.
unit-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
unit-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
unit-working-days = { $count ->
    [one] 1 Arbeitstag
   *[other] { $count } Arbeitstage
}
unit-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
unit-percent = { $count } %
unit-times = { $count }-mal
origin-law = Gesetz
origin-standard = Norm
origin-own-policy = Eigene Richtlinie
origin-good-practice = Gute Praxis
parameter-stmt-max_age = Alter einer Erklärung
parameter-stmt-resign = Zeit für die Unterschrift in der Nachfolge
parameter-ack-new_version = Zeit, eine neue Version zu bestätigen
parameter-late-label = Tage, nach denen ein Eintrag als Nachtrag gekennzeichnet wird
parameter-late-label-explain = Tage, nach denen ein Nachtrag begründet wird
parameter-similarity = Ähnlichkeit mit dem Muster
parameter-policy-interval = Abstand zwischen Überprüfungen einer Richtlinie
parameter-policy-trigger = Zeit für die Überprüfung einer Richtlinie nach Vorfall oder Änderung
parameter-ack-refresh = Zeit, nach der erneut bestätigt wird
parameter-report-cadence = Abstand zwischen Berichten an das Leitungsorgan
parameter-resource-answer = Zeit für die Entscheidung über einen Antrag auf Mittel
parameter-budget-review = Abstand zwischen Überprüfungen des Budgets
parameter-mr-interval = Abstand zwischen Managementbewertungen
parameter-mr-confirm = Zeit, ein Sitzungsprotokoll zu bestätigen
parameter-train-exec = Abstand zwischen Schulungen der Führungskräfte
parameter-train-body = Abstand zwischen Schulungen des Leitungsorgans
parameter-train-coverage = Anteil der geschulten Personen
parameter-needs-review = Abstand zwischen Überprüfungen des Schulungsbedarfs
parameter-needs-review-after_risk_change = Zeit für die Überprüfung des Schulungsbedarfs nach geändertem Risiko
parameter-exception-max = Längste Ausnahme
parameter-exception-max-executives = Längste Ausnahme einer Führungskraft
parameter-exception-max-renewals = Verlängerungen einer Ausnahme
parameter-leaver-access = Zeit, bis der Zugang nach dem Ausscheiden endet
parameter-leaver-access-privileged = Zeit, bis privilegierter Zugang nach dem Ausscheiden endet
parameter-leaver-assets = Zeit für die Rückgabe von Ausgehändigtem
parameter-mover-review = Zeit für die Überprüfung des Zugangs nach einem Wechsel
parameter-wb-ack = Zeit für die Eingangsbestätigung einer Meldung
parameter-wb-feedback = Zeit für die Rückmeldung zu einer Meldung
parameter-concern-answer = Zeit für die Antwort auf Bedenken
parameter-concern-answer-per_level = Weitere Zeit auf jeder Stufe
parameter-audit-window = Tage vor einer Prüfung
parameter-audit-window-share = Anteil der Genehmigungen in diesen Tagen
parameter-bound-by = Für manche festgelegt durch
parameter-asked-by = Verwendet von
parameter-change = Wert ändern
parameter-tighten-only = Sie können mehr verlangen. Weniger zu verlangen entscheidet ein Mitglied der obersten Leitung, persönlich angemeldet.
parameter-not-yours = Die oberste Leitung kann diesen Wert ändern; die oder der Informationssicherheitsbeauftragte kann ihn nur verschärfen.
parameter-new-value = Neuer Wert
parameter-reason = Warum?
parameter-reason-hint = Prüfende lesen das. Es bleibt für immer aufgezeichnet.
parameter-decide = Diesen Wert entscheiden
parameter-was-changed = Der Wert wurde geändert und aufgezeichnet.
parameter-history = Änderungen
parameter-never-changed = Der Wert wurde nie geändert.
parameter-changed-to = { $who } setzte ihn auf { $value }:
parameter-refused-not-a-number = Geben Sie eine ganze Zahl an.
parameter-refused-unchanged = Das ist der Wert bereits.
parameter-refused-limit = Das Gesetz erlaubt diesen Wert nicht.
parameter-refused-no-reason = Sagen Sie in höchstens 1.000 Zeichen, warum.
parameter-refused-not-yours = Weniger zu verlangen entscheidet ein Mitglied der obersten Leitung, persönlich angemeldet.
