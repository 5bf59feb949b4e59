statements-title = Erklärung der obersten Leitung
statements-intro = Was die oberste Leitung zur Informationssicherheit verspricht: in eigenen Worten, unterschrieben und aktuell.
statements-none = Es gibt noch keine Erklärung
statements-none-why = Damit beginnen Prüfende: „Zeigen Sie mir die eigene Erklärung der obersten Leitung, unterschrieben und datiert.“ Ein Text, den oben niemand unterschrieben hat, ist keine.
statements-none-example = „Ich lege an mich und die übrige Leitung dieselben Regeln, dieselben Schulungen und dieselben Prüfungen an.“
statements-new = Eine neue Erklärung
statements-new-why = Sie beginnen mit einem Muster, das Lücken hat. Es kann erst zur Unterschrift gesendet werden, wenn jede Lücke ausgefüllt ist.
statements-begin = Mit dem Schreiben beginnen
statement-field-title = Titel
statement-field-language = Sprache des Textes
statement-default-title = Sicherheitserklärung { $year }
statement-standing-draft = Wird geschrieben
statement-standing-waiting = Wartet auf eine Unterschrift
statement-standing-declined = Abgelehnt
statement-standing-signed = Unterschrieben, noch nicht in Kraft
statement-standing-unpublished = In Kraft, nicht veröffentlicht
statement-standing-announced = Veröffentlicht, noch nicht in Kraft
statement-standing-in-force = In Kraft
statement-published-title = Veröffentlicht
statement-in-force-means = In Kraft heißt: von der obersten Leitung unterschrieben, ihr Tag ist gekommen, und nicht zurückgezogen. Veröffentlicht heißt, dass alle sie lesen können.
statement-standing-ended = Zurückgezogen
statement-waits-for = { $name } soll bis zum { $due } unterschreiben.
statement-late = { $name } sollte bis zum { $due } unterschreiben. Erinnert wird an Werktagen.
statement-begun = Begonnen am { $day }.
statement-signed-by = Unterschrieben von { $name } am { $day }.
statement-next-review = Nächste Überprüfung { $day }.
statement-read-and-sign = Lesen und unterschreiben
statement-go-on-writing = Weiterschreiben
statement-publish = Veröffentlichen
statement-renew = Aus diesem Text erneuern
statement-waiting = Wartet auf eine Unterschrift
statement-in-force-since = Version { $version }, veröffentlicht am { $day }
statement-acknowledged = { $done } von { $owed } haben bestätigt
statement-signatory-gone = { $name } hat diese Erklärung unterschrieben und steht nicht mehr im Register der obersten Leitung. Wer nachfolgt, unterschreibt eine neue.
statement-signatory-gone-open = { $name } soll unterschreiben, steht aber nicht mehr im Register der obersten Leitung. Ziehen Sie die Anfrage zurück und fragen Sie, wer nachfolgt.
statement-review-near = Die nächste Überprüfung ist am { $day } fällig. Erneuern Sie die Erklärung aus ihrem geltenden Text.
statement-consent = Ich habe „{ $title }“, Version { $version }, gelesen. Ich unterschreibe sie als { $capacity } von { $organisation }, und sie bindet mich wie alle anderen.

statement-language-en = English
statement-language-de = Deutsch
statement-sha256 = sha256
statement-breadcrumb = Wo Sie sind
statement-field-optional = (freiwillig)
statement-reason = Begründung
statement-copy = Kopieren
statement-copied = Kopiert
statement-version = Version
statement-version-n = Version { $n }
statement-versions-title = Versionen
statement-versions-none = Noch keine Version. Die erste entsteht, wenn der Entwurf zur Unterschrift gesendet wird.
statement-versions-caption = Jede Version, die je zur Unterschrift gesendet wurde, die neueste zuerst.
statement-version-made = Erstellt
statement-version-author = Geschrieben von
statement-version-change = Änderung
statement-version-outcome = Was daraus wurde
statement-version-signed = Unterschrieben { $moment }, { $level ->
    [L1] Stufe 1
   *[other] Stufe 2
}
statement-version-declined = Unterschrift abgelehnt am { $moment }
statement-version-declined-by = { $name } hat es am { $moment } abgelehnt zu unterschreiben, mit dieser Begründung:
statement-version-withdrawn = Anfrage zurückgezogen am { $moment }
statement-version-withdrawn-from = { $name } sollte unterschreiben. Die Anfrage wurde am { $moment } mit dieser Begründung zurückgezogen:
statement-version-waiting = Wartet auf eine Unterschrift
statement-version-digest = Prüfsumme des Textes (SHA-256)
statement-version-text = Der genaue Text (Markdown)
statement-version-proof = Beweis der Stelle im Protokoll
statement-version-published = Diese Version ist veröffentlicht.
statement-version-record-request = Anfrage im Protokoll
statement-version-record-signature = Unterschrift im Protokoll
statement-change-first = Erste Version
statement-change-material = Inhaltlich
statement-change-material-hint = Sie verlangt etwas Neues: Alle bestätigen sie noch einmal.
statement-change-editorial = Nur im Wortlaut
statement-change-editorial-hint = Nur der Wortlaut hat sich geändert: Wer bestätigt hat, wird nicht noch einmal gefragt.
statement-document-minutes = { $minutes ->
    [one] Etwa eine Minute Lesezeit
   *[other] Etwa { $minutes } Minuten Lesezeit
}

statement-draft-title = Entwurf
statement-draft-intro = Sagen Sie es in eigenen Worten. Unterschrieben wird genau dieser Text.
statement-draft-text = Text
statement-draft-text-hint = Markdown: ## für eine Überschrift, - für eine Liste. Höchstens 256 KiB.
statement-draft-save = Speichern
statement-draft-then-contents = Speichern, dann die zwölf Inhalte
statement-draft-then-request = Speichern und zur Unterschrift senden
statement-draft-saved = Gespeichert.
statement-draft-preview = Vorschau
statement-draft-preview-title = So werden es alle lesen
statement-draft-left = Noch auszufüllen
statement-draft-left-none = Nichts mehr offen
statement-draft-left-why = Der Text kann erst zur Unterschrift gesendet werden, wenn diese Lücken ausgefüllt sind:
statement-draft-headings = Überschriften
statement-draft-not-saved = Nicht gespeichert
statement-draft-theirs = Unterschied zum gespeicherten Text
statement-draft-theirs-why = Gestrichen: was jemand anderes gespeichert hat. Hervorgehoben: was Sie geschrieben haben. Wenn Sie jetzt speichern, gilt Ihres.

statement-contents-title = Zwölf Inhalte
statement-contents-intro = Wer den Text nicht geschrieben hat, sagt, unter welcher Überschrift jeder Inhalt steht. Wählen Sie nur, was Sie wirklich gefunden haben.
statement-contents-who = Wer darf bestätigen?
statement-contents-who-why = Wer den Text nicht geschrieben hat: ein Mitglied der obersten Leitung (auch wer unterschrieben), die für Informationssicherheit zuständige Person, eine interne Auditorin oder ein Berater. Sonst sagt nur die Verfasserin oder der Verfasser, was der Text enthält: Prüfende nennen das unbekannt, und die erste Frage bleibt offen.
statement-contents-these = Hier sind das: { $names }.
statement-contents-nobody = Hier hat sonst niemand eine dieser Rollen. Wenn Sie allein arbeiten, bitten Sie jemanden, dem Sie vertrauen, aus dem Kollegium oder der Beratung, und lassen Sie der Person von der Administration die Rolle „Internes Audit“ oder „Beratung“ geben. Bis dahin bleiben die Inhalte unbestätigt, und die Bereitschaft zeigt es.
statement-contents-confirmed = { $confirmed } von 12 bestätigt
statement-contents-author = Sie haben diesen Text geschrieben. Bitten Sie jemand anderen zu bestätigen, was er enthält.
statement-contents-not-found = Nicht gefunden
statement-contents-found-by = { $name }: „{ $heading }“, { $moment }
statement-contents-confirm = Bestätigen, was ich gefunden habe
statement-contents-kept = Mit Ihrem Namen aufgezeichnet.
statement-contents-not-kept = Nicht aufgezeichnet
statement-content-speaker = Wer spricht: Name, Funktion, Gesellschaften
statement-content-own-reason = Warum Sicherheit für diese Firma wichtig ist, mit einer eigenen Tatsache
statement-content-binds-everyone = Sie bindet alle, auch die Leitung
statement-content-what-to-do = Was jede Person tun muss
statement-content-own-commitment = Die eigene Verpflichtung der Leitung: dieselben Schulungen, dieselben Regeln
statement-content-resources = Mittel werden bereitgestellt, und wie man danach fragt
statement-content-roles = Wer verantwortlich ist, mit Namen
statement-content-speak-up = Das Recht, Missstände zu melden, Schutz, Wege
statement-content-consequences = Faire und abgestufte Folgen
statement-content-improvement = Verbesserung und jährliche Überprüfung
statement-content-dates = Ab wann sie gilt, und die nächste Überprüfung
statement-content-personal-signature = Wessen persönliche Unterschrift darunter steht

statement-compare-title = Vergleichen
statement-compare-from = Von
statement-compare-to = Bis
statement-compare-show = Vergleichen
statement-compare-with-before = Was sich seit Version { $version } geändert hat
statement-compare-same = Die beiden Texte sind gleich.
statement-compare-changes = { $changes ->
    [one] Ein Absatz hat sich geändert.
   *[other] { $changes } Absätze haben sich geändert.
}

statement-request-title = Zur Unterschrift senden
statement-request-intro = Ab jetzt ist dieser Text eine Version: genaue Bytes, die niemand mehr ändert.
statement-request-who = Wer unterschreibt?
statement-request-nobody = Heute steht niemand im Register der obersten Leitung
statement-request-nobody-why = Eine Erklärung unterschreibt, wer an diesem Tag im Register steht, mit der Grundlage der Bestellung.
statement-request-changes = Was sich seit der zuletzt unterschriebenen Version geändert hat
statement-request-change = Welche Art von Änderung ist es?
statement-request-effective = In Kraft ab
statement-request-review = Nächste Überprüfung
statement-request-due = Unterschrift gebraucht bis
statement-request-send = Zur Unterschrift senden
statement-request-sent-own = Der Text ist jetzt eine Version. Lesen Sie ihn noch einmal und unterschreiben Sie; den Link bekommen Sie auch per E-Mail, um auf dem Telefon zu unterschreiben.
statement-request-sent = Gesendet. Wer unterschreiben soll, bekommt einen Brief mit einem Link.
statement-request-not-sent = Nicht gesendet
statement-request-withdraw = Anfrage zurückziehen

statement-publication-title = Für alle veröffentlichen
statement-publication-why = { $people ->
    [one] Eine Person arbeitet hier und wird gebeten, sie zu bestätigen, ebenso alle, die später dazukommen.
   *[other] Alle { $people } Personen hier bekommen einen Brief und werden gebeten, sie zu bestätigen, ebenso alle, die später dazukommen.
}
statement-publication-why-editorial = Nur der Wortlaut hat sich geändert: Von den { $people } Personen hier bekommen die einen Brief, die den Text noch nicht bestätigt haben, ebenso alle, die später dazukommen.
statement-publication-unconfirmed = { $confirmed } der zwölf Inhalte sind von jemandem bestätigt, der den Text nicht geschrieben hat. Sie können ihn trotzdem veröffentlichen; die Prüfbereitschaft zeigt die Inhalte als unbestätigt, bis jemand sie bestätigt hat.
statement-publication-due-days = Tage bis zur Bestätigung
statement-publication-publish = Für alle veröffentlichen
statement-publication-done = { $people ->
    [0] Veröffentlicht. Niemand muss sie erneut bestätigen, und es gehen keine Briefe hinaus.
    [one] Veröffentlicht. Eine Person bekommt einen Brief und soll sie bis zum { $day } bestätigen.
   *[other] Veröffentlicht. { $people } Personen bekommen einen Brief und sollen sie bis zum { $day } bestätigen.
}
statement-publication-not-done = Nicht veröffentlicht
statement-publication-since = Veröffentlicht
statement-publication-acknowledged = Bestätigt
statement-publication-to-version = Version, Nachweise und Fragen
statement-publication-withdraw = Diese Erklärung zurückziehen
statement-publication-withdrawn = Zurückgezogen am { $moment }: { $reason }
statement-publication-withdrawn-done = Zurückgezogen.
statement-publication-superseded = Eine spätere Version hat sie am { $moment } abgelöst.
statement-evidence-title = Nachweise
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

letter-review-due-subject = Überprüfung fällig: „{ $title }“
letter-review-due-text = Guten Tag { $name }, „{ $title }“ von { $organisation } ist bis zum { $review } zu überprüfen ({ $days ->
    [0] jetzt
    [one] noch ein Tag
   *[other] noch { $days } Tage
}).

    Erneuern Sie sie aus dem geltenden Text, zeigen Sie, was sich geändert hat, und lassen Sie sie neu unterschreiben. Eine Erklärung, die älter ist als ihre Überprüfung, fällt bei einer Prüfung als Erstes auf.
