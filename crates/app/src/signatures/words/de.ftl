statement-publish = Veröffentlichen
statement-consent = Ich habe „{ $title }“, Version { $version }, gelesen. Ich unterschreibe sie als { $capacity } von { $organisation }, und sie bindet mich wie alle anderen.

statement-sha256 = sha256
statement-field-optional = (freiwillig)
statement-copy = Kopieren
statement-copied = Kopiert
statement-version = Version
statement-version-digest = Prüfsumme des Textes (SHA-256)

statement-compare-same = Die beiden Texte sind gleich.

statement-place-at = Nr. { $index }
statement-place-waiting = Wird im Protokoll versiegelt, einige Sekunden
statement-look-again = Noch einmal nachsehen
statement-proof-waiting = Der Eintrag bekommt seine Stelle im Protokoll in etwa einer Sekunde. Bitte versuchen Sie es noch einmal.

statement-signature-sentence = { $capacity }. Unterschrieben { $moment }. { $how }
statement-signature-waiting = { $name } hat noch nicht unterschrieben.
statement-signature-declined = { $name } hat es abgelehnt zu unterschreiben.
statement-signature-withdrawn = { $name } sollte unterschreiben; die Anfrage wurde zurückgezogen.
statement-level-l1 = Stufe 1: ein Klick in einer angemeldeten Sitzung.
statement-level-l2 = Stufe 2: ein Passkey, der seine Besitzerin oder seinen Besitzer erkannt hat.
statement-sign-asked-own = Version { $version }. Sie haben sie selbst vorbereitet. { $minutes ->
    [one] Etwa eine Minute Lesezeit.
   *[other] Etwa { $minutes } Minuten Lesezeit.
}
statement-sign-asked = Version { $version }. Gefragt von { $by }. { $minutes ->
    [one] Etwa eine Minute Lesezeit.
   *[other] Etwa { $minutes } Minuten Lesezeit.
}
statement-sign-due = Gebraucht bis
statement-sign-changes = Was sich seit Version { $version }, der zuletzt unterschriebenen, geändert hat
statement-sign-words = Sie unterschreiben mit diesen Worten:
statement-sign-as = Als { $name }, { $capacity }, unterschreiben
statement-sign-without = Ohne Passkey unterschreiben (Stufe 1)
statement-sign-decline = Ablehnen
statement-sign-ask = Eine Frage stellen
statement-sign-back = Zurück zum Text
statement-sign-not-signed = Es wurde nichts unterschrieben
statement-sign-no-passkey-came = Ihr Browser hat keinen Passkey gesendet. Es wurde nichts unterschrieben. Mit der zweiten Schaltfläche können Sie ohne Passkey unterschreiben; auf dem Beleg steht dann Stufe 1.
statement-sign-first-use = Sie haben hier noch keinen Passkey. Die Schaltfläche legt zuerst einen auf diesem Gerät an, mit Gesicht, Finger oder PIN, und unterschreibt dann damit; es wird nichts installiert, und der Schlüssel verlässt Ihr Gerät oder Ihren eigenen Schlüsselspeicher nie.
statement-sign-declined = Sie haben die Unterschrift am { $moment } abgelehnt
statement-sign-declined-next = Ihre Begründung ging an { $by } und ist aufgezeichnet. Von Ihnen wird jetzt nichts gebraucht; wenn sich der Text ändert, werden Sie erneut gefragt.
statement-sign-withdrawn = Ihre Unterschrift wird nicht mehr gebraucht
statement-sign-withdrawn-next = Die Anfrage wurde am { $moment } mit der Begründung oben zurückgezogen. Von Ihnen wird jetzt nichts gebraucht.
statement-passkey-say-preparing = Einen Moment …
statement-passkey-say-enrolling = Richten Sie zuerst auf diesem Gerät einen Passkey ein.
statement-passkey-say-waiting = Bestätigen Sie mit Gesicht, Finger oder PIN.
statement-passkey-say-sending = Wird unterschrieben …
statement-passkey-say-again = Ihr Passkey ist bereit. Drücken Sie noch einmal, um zu unterschreiben.
statement-passkey-say-cancelled = Es wurde nichts unterschrieben. Versuchen Sie es noch einmal, oder unterschreiben Sie ohne Passkey.
statement-passkey-say-known = Dieses Gerät hat schon einen Passkey von Ihnen. Drücken Sie noch einmal, um zu unterschreiben.
statement-passkey-say-unable = Dieser Browser kann keine Passkeys verwenden. Sie können ohne Passkey unterschreiben.
statement-passkey-say-failed = Der Server war nicht zu erreichen. Es wurde nichts unterschrieben.
statement-changed-this-year = Was hat sich in diesem Jahr geändert?
statement-changed-this-year-hint = Ein Satz in Ihren eigenen Worten. Prüfende sehen daran, dass Sie hingesehen haben.
statement-decline-title = „{ $title }“ nicht unterschreiben
statement-decline-intro = Eine Unterschrift bedeutet nur etwas, weil Sie ablehnen können. Ihre Begründung geht an { $by } und bleibt im Protokoll.
statement-decline-intro-own = Eine Unterschrift bedeutet nur etwas, weil Sie ablehnen können. Ihre Begründung bleibt im Protokoll.
statement-decline-label = Warum lehnen Sie ab?
statement-decline-button = Unterschrift ablehnen
statement-decline-done = Abgelehnt. Ihre Begründung ist aufgezeichnet.
statement-ask-title = Frage zu „{ $title }“
statement-ask-intro = Ihre Frage geht an { $by }. Frage und Antwort bleiben beim Text.
statement-ask-intro-own = Sie haben diesen Text selbst vorbereitet: Ihre Frage steht bei ihm, bis Sie sie beantworten.
statement-ask-label = Ihre Frage
statement-ask-button = Frage senden
statement-ask-done = Gesendet. Die Antwort bekommen Sie als Brief.
statement-answer-done = Beantwortet. Die Antwort ist unterwegs.
statement-words-not-sent = Nicht gesendet
statement-questions-title = Fragen
statement-question-answer = Ihre Antwort
statement-question-send-answer = Antwort senden
statement-question-waiting = Noch nicht beantwortet.

statement-receipt-title = Unterschrieben
statement-receipt-lead = { $name } hat „{ $title }“ unterschrieben.
statement-receipt-signed = Unterschrieben { $moment }
statement-receipt-what = Dokument
statement-receipt-document = { $title }, Version { $n }
statement-receipt-who = Unterschrieben von
statement-receipt-when = Aufgezeichnet
statement-receipt-how = Stufe
statement-receipt-came-in = Angemeldet
statement-receipt-place = Stelle im Protokoll
statement-receipt-words = Worte der Zustimmung
statement-receipt-proves-title = Was das beweist und was nicht
statement-receipt-proves-l1 = Dass jemand in der angemeldeten Sitzung dieser Person die Schaltfläche für genau diesen Text gedrückt hat, und dass der Eintrag nicht unbemerkt geändert werden kann, sobald seine Stelle im Protokoll außerhalb bekannt ist.
statement-receipt-proves-l2 = Dass, wer diesen Passkey besitzt, genau diesen Text zu genau dieser Anfrage bestätigt hat, nach dem Stand des Protokolls, den die Signatur nennt. Die Administration kann eine solche Signatur nicht herstellen.
statement-receipt-not-display = Nicht, was der Bildschirm zeigte: Das kann kein Browser beweisen. Vergleichen Sie den Text, den Sie behalten, mit dem, an den Sie sich erinnern.
statement-receipt-not-before = Nicht die Uhrzeit: Solange kein Zeitstempeldienst eingerichtet ist, gibt das Protokoll die Reihenfolge und unsere Uhr die Zeit.
statement-receipt-not-name = Nicht den Namen hinter dem Passkey, bis jemand anderes bestätigt hat, wessen Passkey es ist.
statement-receipt-not-person = Nicht die Person: Wer den Server verwaltet, hätte das tun können. Ein Passkey würde das ausschließen.
statement-receipt-dissent = Waren Sie das nicht, oder war es nicht der Text, den Sie gesehen haben? Sagen Sie es innerhalb eines Tages: Ihr Wort wird so sichtbar aufgezeichnet wie diese Unterschrift.
statement-receipt-proof = Beweis herunterladen
statement-receipt-check = Ein Paket prüfen
statement-receipt-by-link = Es ist aufgezeichnet, und hier gibt es nichts weiter zu tun: Sie können dieses Fenster schließen. Ihr Beleg kommt auch per E-Mail, mit dem genauen Text. Behalten Sie den Beweis, wenn Sie später zeigen wollen, dass Ihre Unterschrift im Protokoll steht; ganze Pakete prüft man auf der Seite „Prüfen“, ohne Anmeldung.
statement-receipt-text = Der Text, Byte für Byte
statement-came-in-passkey = Mit einem Passkey
statement-came-in-code = Mit einem zugesandten Code
statement-came-in-link = Über den Link in einem Brief
statement-came-in-setup = Bei der Einrichtung
statement-came-in-demo = In der Vorführung
statement-came-in-token = Mit einem Token
approval-consent = Ich habe „{ $title }“, Version { $version }, gelesen. Ich genehmige den Text als { $capacity } von { $organisation }. { $duties ->
    [0] Er schafft keine Pflichten
    [one] Von seiner einen Pflicht
   *[other] Von seinen { $duties } Pflichten
}{ $duties ->
    [0] .
   *[other] {" "}haben { $resourced }, was sie brauchen, { $none } brauchen nichts, und für { $risks } trägt die Firma das Risiko bis zum genannten Tag.
}
approval-approve-as = Genehmigen als { $name }, { $capacity }
approval-asked = { $by } bittet Sie, Version { $version } zu genehmigen. Lesezeit etwa { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
}.
approval-no-longer-needed = Genügend andere haben genehmigt.
approval-not-needed = Ihre Genehmigung wird nicht mehr gebraucht: Seit { $moment } haben genügend andere genehmigt.
approval-not-needed-next = Sie müssen nichts tun. Was Sie gefragt oder geschrieben haben, bleibt erhalten.
approval-duties-title = Was Sie damit entscheiden
approval-tally = { $duties ->
    [0] Der Text schafft keine Pflichten.
    [one] Der Text schafft eine Pflicht: { $resourced } ausgestattet, { $none } ohne Bedarf, { $risks } als Risiko getragen.
   *[other] Der Text schafft { $duties } Pflichten: { $resourced } ausgestattet, { $none } ohne Bedarf, { $risks } als Risiko getragen.
}
approval-change = Wie viel ändert sich?
approval-change-proposed = { $change ->
    [editorial] Wer den Text vorgelegt hat, nennt es eine Änderung im Wortlaut.
   *[other] Wer den Text vorgelegt hat, nennt es eine inhaltliche Änderung.
}
