policies-title = Richtlinien
policies-intro = Was die Firma von allen verlangt, genehmigt von namentlich genannten Personen zusammen mit dem, was es braucht.
policies-new = Neue Richtlinie
policies-none = Es gibt noch keine Richtlinie
policies-none-why = Prüfer fragen, wer jede Richtlinie genehmigt hat, welche Version und wann. Bringen Sie mit, was Sie haben, oder beginnen Sie mit einem Text von uns.
policies-no-matrix = Noch sagt nichts, wer welche Richtlinie genehmigen muss. Bis es eine Genehmigungsmatrix gibt, wählt, wer einen Text vorlegt.
policies-begin-matrix = Genehmigungsmatrix schreiben
policy-kind-information-security-policy = Informationssicherheitsrichtlinie
policy-kind-topic-policy = Themenrichtlinie
policy-kind-guideline = Leitfaden
policy-kind-approval-matrix = Genehmigungsmatrix
policy-kinds-information-security-policy = Ganz oben
policy-kinds-topic-policy = Themenrichtlinien
policy-kinds-guideline = Leitfäden
policy-kinds-approval-matrix = Wer was genehmigt
policy-standing-draft = Wird geschrieben
policy-standing-waiting = Wartet auf Genehmigung
policy-standing-refused = Abgelehnt
policy-standing-approved = Genehmigt, nicht veröffentlicht
policy-standing-in-force = In Kraft
policy-standing-review-overdue = Überprüfung überfällig
policy-standing-retired = Außer Kraft
policy-list-published = Version { $version }, veröffentlicht am { $day }. Nächste Überprüfung { $review }.
policy-list-en = Auf Englisch
policy-list-de = Auf Deutsch

policy-begin-intro = Bringen Sie einen vorhandenen Text mit, beginnen Sie mit einem von uns oder auf einer leeren Seite. Daraus wird ein Entwurf; niemand sonst sieht ihn, bevor Sie ihn vorlegen.
policy-begin-not = Es wurde nichts begonnen
policy-field-kind = Was es ist
policy-import-title = Eine vorhandene Datei
policy-import-why = Markdown oder Word (DOCX). Nachverfolgte Änderungen werden angenommen; Bilder, Kommentare und Makros bleiben weg, und das wird Ihnen gesagt.
policy-import-file = Datei
policy-import-hint = Bis 10 MB
policy-import-no-file = Wählen Sie eine Datei.
policy-import-do = Übernehmen
policy-starter-title = Ein Ausgangstext von uns
policy-starter-why = Kurz und einfach, mit Lücken zum Ausfüllen und den Pflichten, die er schafft. Er kann erst vorgelegt werden, wenn jede Lücke gefüllt ist.
policy-starter-which = Welcher
policy-starter-do = Mit diesem Text beginnen
policy-blank-title = Eine leere Seite
policy-blank-do = Schreiben
policy-blank = # { $title }

    ## Pflichten

    - [wer tut was, und wie oft]
policy-imported = Als Entwurf übernommen
policy-imported-how-much = { $minutes ->
    [one] Etwa eine Minute Lesezeit
   *[other] Etwa { $minutes } Minuten Lesezeit
}, { $duties ->
    [0] keine Pflichten aufgeführt
    [one] eine Pflicht aufgeführt
   *[other] { $duties } Pflichten aufgeführt
}.
policy-imported-whole = Es ist alles mitgekommen
policy-imported-left-out = Was weggelassen oder geändert wurde
policy-imported-no-duties = Der Text hat keine Liste unter einer Überschrift „Pflichten“. Wer ihn genehmigt, entscheidet, was jede Pflicht braucht; nennen Sie sie also: wer was tut, und wie oft.
policy-imported-go-on = Entwurf lesen

policy-read-and-approve = Lesen und genehmigen
policy-change = Diesen Text ändern
policy-round-title = Genehmigung von Version { $version }
policy-round-open = Sie wartet auf die Genehmigungen unten, erbeten bis { $due }.
policy-round-approved = Alle, die es braucht, haben genehmigt.
policy-round-refused = Es sind zu wenige übrig, die genehmigen könnten. Ziehen Sie die Version mit einer Begründung zurück, ändern Sie den Text und legen Sie ihn neu vor.
policy-round-withdrawn = Sie wurde zurückgezogen; niemand genehmigt sie mehr.
policy-round-stage = Stufe { $n }: { $quorum } von { $of }
policy-round-withdraw = Zurückziehen, um den Text zu ändern
policy-round-withdraw-why = Alle Gefragten erfahren davon. Was bis jetzt genehmigt ist, zählt nicht; es bleibt aufgezeichnet.
policy-step-later = Wird später gefragt
policy-step-open = Gefragt
policy-step-approved = Genehmigt
policy-step-refused = Abgelehnt
policy-step-withdrawn = Zurückgezogen
policy-step-not-needed = Nicht mehr nötig
policy-step-acts-for = handelt für jemand anderen
policy-duties-title = Pflichten, und was sie brauchen
policy-duties-why = Wer eine Richtlinie genehmigt, entscheidet, was sie braucht. Schlagen Sie es für jede Pflicht vor; die Genehmigenden bestätigen die Zahl oder lehnen ab.
policy-duties-none = Der Text führt keine Pflichten unter einer Überschrift „Pflichten“ auf.
policy-duties-tally = { $duties ->
    [0] Keine Pflichten.
    [one] Eine Pflicht: { $resourced } ausgestattet, { $none } ohne Bedarf, { $risks } als Risiko getragen.
   *[other] { $duties } Pflichten: { $resourced } ausgestattet, { $none } ohne Bedarf, { $risks } als Risiko getragen.
}
policy-resourcing-resourced = Ausgestattet
policy-resourcing-needs-none = Braucht nichts
policy-resourcing-risk-accepted = Als Risiko getragen
policy-duty-because = Womit, oder warum
policy-duty-until = Bis (nur bei einem Risiko)
policy-versions-none = Noch keine Version. Wer den Entwurf zur Genehmigung vorlegt, macht die erste daraus.
policy-versions-caption = Jede Version, die je zur Genehmigung vorgelegt wurde, die neueste zuerst.
policy-version-approved = Genehmigt
policy-version-waiting = Wartet auf Genehmigung
policy-version-refused = Abgelehnt
policy-version-withdrawn = Zurückgezogen

policy-approval-title = Zur Genehmigung vorlegen
policy-approval-intro = Aus dem Entwurf wird eine Version, die niemand mehr ändern kann. Alle, die Sie nennen, lesen genau diesen Text.
policy-approval-not-sent = Es wurde nichts vorgelegt
policy-approval-sent = Zur Genehmigung vorgelegt.
policy-approval-who = Wer genehmigt
policy-approval-no-matrix = Es ist keine Genehmigungsmatrix in Kraft, also wählen Sie. Ein Prüfer wird fragen, wer das entschieden hat.
policy-approval-matrix-asks = Die Genehmigungsmatrix verlangt:
policy-approval-matrix-line = { $quorum } aus { $body }
policy-approval-for = Für { $name }, { $capacity }
policy-approval-not-asked = Nicht gefragt
policy-approval-stage = Stufe { $n }
policy-approval-quorum = Wie viele je Stufe
policy-approval-quorum-hint = Die nächste Stufe wird gefragt, wenn so viele genehmigt haben.
policy-approval-change = Was sich aus Ihrer Sicht ändert
policy-approval-due = Nötig bis
policy-approval-send = Zur Genehmigung vorlegen

policy-review-title = Überprüfung
policy-review-do = Überprüfen
policy-review-intro = Sehen Sie den Text noch einmal an und sagen Sie, ob er weiter gilt, und warum.
policy-review-not = Die Überprüfung wurde nicht festgehalten
policy-review-text = Der Text in Kraft
policy-review-what = Was sich ergeben hat
policy-review-no-change = Keine Änderung nötig
policy-review-to-be-changed = Zu ändern
policy-review-to-be-retired = Außer Kraft zu setzen
policy-review-reason = Warum
policy-review-reason-hint = Was Sie angesehen haben, und was es für diesen Text bedeutet.
policy-review-trigger = Was der Anlass war
policy-review-trigger-hint = Ein Vorfall, eine Feststellung oder ein Gesetz, wenn es nicht der Kalender war.
policy-review-keep = Überprüfung festhalten
policy-review-kept = Die Überprüfung ist aufgezeichnet.
policy-reviews-title = Überprüfungen
policy-review-line = { $name } am { $day }, Version { $version }

delegations-title = Wer an wessen Stelle genehmigt
delegations-intro = Für Urlaub oder Krankheit: bestimmte Arten von Dokumenten, für eine Zeit. Jede so gegebene Genehmigung sagt es.
delegations-none = Niemand genehmigt an der Stelle eines anderen
delegations-none-why = Wer ein Amt hat, kann jemand anderen dafür genehmigen lassen. Niemand kann das für ihn tun.
delegation-line = { $delegate } für { $delegator }, { $first } bis { $last }
delegation-holds = Gilt
delegation-later = Später
delegation-over = Vorbei
delegation-ended = Beendet
delegation-end = Jetzt beenden
delegation-give-title = Jemanden an Ihrer Stelle genehmigen lassen
delegation-office = Ihr Amt
delegation-to = E-Mail-Adresse der Person
delegation-scope = Für
delegation-first-day = Von
delegation-last-day = Bis
delegation-give = Genehmigen lassen
delegation-given = Die Person darf an Ihrer Stelle genehmigen.
delegation-not-given = Es wurde nichts übertragen
policy-starter-duties = Pflichten
policy-starter-always = immer
policy-starter-months = { $months ->
    [1] jeden Monat
    [3] jedes Vierteljahr
    [12] jedes Jahr
   *[other] alle { $months } Monate
}
policy-draft-then-approval = Speichern und zur Genehmigung vorlegen
