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
statement-renew = Aus diesem Text erneuern
statement-waiting = Wartet auf eine Unterschrift
statement-in-force-since = Version { $version }, veröffentlicht am { $day }
statement-acknowledged = { $done } von { $owed } haben bestätigt
statement-signatory-gone = { $name } hat diese Erklärung unterschrieben und steht nicht mehr im Register der obersten Leitung. Wer nachfolgt, unterschreibt eine neue.
statement-signatory-gone-open = { $name } soll unterschreiben, steht aber nicht mehr im Register der obersten Leitung. Ziehen Sie die Anfrage zurück und fragen Sie, wer nachfolgt.
statement-review-near = Die nächste Überprüfung ist am { $day } fällig. Erneuern Sie die Erklärung aus ihrem geltenden Text.

statement-language-en = English
statement-language-de = Deutsch
statement-breadcrumb = Wo Sie sind
statement-reason = Begründung
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
statement-version-withdrawn = Anfrage zurückgezogen am { $moment }
statement-version-waiting = Wartet auf eine Unterschrift
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

letter-review-due-subject = Überprüfung fällig: „{ $title }“
letter-review-due-text = Guten Tag { $name }, „{ $title }“ von { $organisation } ist bis zum { $review } zu überprüfen ({ $days ->
    [0] jetzt
    [one] noch ein Tag
   *[other] noch { $days } Tage
}).

    Erneuern Sie sie aus dem geltenden Text, zeigen Sie, was sich geändert hat, und lassen Sie sie neu unterschreiben. Eine Erklärung, die älter ist als ihre Überprüfung, fällt bei einer Prüfung als Erstes auf.
statement-version-declined-by = { $name } hat es am { $moment } abgelehnt zu unterschreiben, mit dieser Begründung:
statement-version-withdrawn-from = { $name } sollte unterschreiben. Die Anfrage wurde am { $moment } mit dieser Begründung zurückgezogen:
