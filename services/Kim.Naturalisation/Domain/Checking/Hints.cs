namespace Kim.Naturalisation.Domain.Checking;

/// <summary>All hints of the engine.</summary>
public static class Hints
{
    public static readonly Hint FactsMissing = new("FACTS_MISSING", "Angaben fehlen; ohne sie ist keine Aussage möglich.");
    public static readonly Hint Sign = new("SIGN", "Bekenntnis noch nicht unterschrieben.");
    public static readonly Hint ChangeOfTitle = new("CHANGE_OF_TITLE", "Der Aufenthaltstitel genügt nicht; ein Wechsel des Titels ist nötig.");
    public static readonly Hint ConfirmTitle = new("CONFIRM_TITLE", "Der Titel steht nicht auf der Ausschlussliste; bitte bestätigen.");
    public static readonly Hint NoStatus = new("NO_STATUS", "Für diesen Tag ist kein Aufenthaltsstatus bekannt.");
    public static readonly Hint UnknownStatus = new("UNKNOWN_STATUS", "Ein Aufenthaltsstatus ist dem Vokabular nicht bekannt.");
    public static readonly Hint LateRenewal = new("LATE_RENEWAL", "Lücke durch verspätete Verlängerung? Nach § 12b Abs. 3 StAG prüfen, ob durchgehend ein Anspruch bestand.");
    public static readonly Hint CreditEarlierTime = new("CREDIT_EARLIER_TIME", "Aufenthalt vor der Auslandszeit kann nach § 12b Abs. 2 StAG angerechnet werden.");
    public static readonly Hint SpecialAchievement = new("SPECIAL_ACHIEVEMENT", "Verkürzung wegen besonderer Integrationsleistungen: Ermessen.");
    public static readonly Hint NotLawfulNow = new("NOT_LAWFUL_NOW", "Am Entscheidungstag besteht kein anrechenbarer rechtmäßiger Aufenthalt.");
    public static readonly Hint MarriageTooShort = new("MARRIAGE_TOO_SHORT", "Die Ehe mit einer oder einem Deutschen besteht noch nicht lange genug.");
    public static readonly Hint MarriageEnded = new("MARRIAGE_ENDED", "Die Ehe ist beendet; nur mit Sorge für ein deutsches Kind und Antrag binnen Frist.");
    public static readonly Hint OldRule = new("OLD_RULE", "Antrag vor dem Stichtag: § 10 Abs. 1 Nr. 3 alter Fassung gilt, weil günstiger (§ 40a StAG).");
    public static readonly Hint NoOwnFault = new("NO_OWN_FAULT", "Leistungsbezug nicht zu vertreten.");
    public static readonly Hint ExceptionA = new("LIV_A", "Ausnahme a: angeworbene Arbeitskraft oder nachgezogener Ehegatte.");
    public static readonly Hint ExceptionB = new("LIV_B", "Ausnahme b: Vollzeit jetzt und in den letzten Monaten.");
    public static readonly Hint ExceptionC = new("LIV_C", "Ausnahme c: familiäre Gemeinschaft mit Vollzeitkraft und minderjährigem Kind.");
    public static readonly Hint Hardship = new("HARDSHIP_8_2", "Ermessenseinbürgerung mit Absehen nach § 8 Abs. 2 StAG (besondere Härte) prüfen.");
    public static readonly Hint Keeps = new("KEEPS_NATIONALITY", "Die bisherige Staatsangehörigkeit darf beibehalten werden.");
    public static readonly Hint HateMotive = new("HATE_MOTIVE", "Im Urteil festgestellter menschenverachtender Beweggrund: nie unbeachtlich.");
    public static readonly Hint SlightExcess = new("SLIGHT_EXCESS", "Geringfügige Überschreitung: Entscheidung im Einzelfall.");
    public static readonly Hint NotRemitted = new("NOT_REMITTED", "Freiheitsstrafe ist nicht zur Bewährung ausgesetzt oder noch nicht erlassen.");
    public static readonly Hint ForeignConviction = new("FOREIGN_CONVICTION", "Auslandsverurteilung: Voraussetzungen der Berücksichtigung prüfen.");
    public static readonly Hint SecurityMeasure = new("SECURITY_MEASURE", "Maßregel der Besserung und Sicherung: Entscheidung im Einzelfall.");
    public static readonly Hint Investigation = new("INVESTIGATION", "Ermittlungsverfahren anhängig: Entscheidung aussetzen, Wiedervorlage (§ 12a Abs. 3 StAG).");
    public static readonly Hint Oral = new("ORAL_SUFFICES", "Mündliche Alltagssprache genügt.");
    public static readonly Hint Efforts = new("EFFORTS_10_4A", "Nachweis ernsthafter und nachhaltiger Bemühungen: mündliche Kenntnisse nach § 10 Abs. 4a StAG prüfen.");
    public static readonly Hint Unable = new("UNABLE_TO_LEARN", "Erwerb wegen Krankheit, Behinderung oder Alter nicht möglich (§ 10 Abs. 6 StAG).");
    public static readonly Hint Relief = new("RELIEF_GROUP", "Angeworbene Arbeitskraft oder nachgezogener Ehegatte: Erleichterung.");
    public static readonly Hint BarActive = new("BAR_ACTIVE", "Einbürgerungssperre nach § 35a StAG: ein Antrag ist unzulässig.");
    public static readonly Hint BarNotFinal = new("BAR_NOT_FINAL", "Feststellung noch anfechtbar oder vor Inkrafttreten des § 35a StAG: prüfen.");
    public static readonly Hint Discretion = new("DISCRETION", "Auf diesem Weg eine Frage des Ermessens.");
    public static readonly Hint Repealed = new("ROUTE_REPEALED", "Die Verkürzung nach § 10 Abs. 3 StAG gibt es nicht mehr.");
}

/// <summary>The paragraphs behind the verdicts.</summary>
public static class Norms
{
    public const string Capacity = "§ 10 Abs. 1 Satz 1, § 34 StAG";
    public const string Identity = "§ 10 Abs. 1 Satz 1 StAG";
    public const string Commitment = "§ 10 Abs. 1 Satz 1 Nr. 1 StAG";
    public const string Historical = "§ 10 Abs. 1 Satz 1 Nr. 1a StAG";
    public const string Title = "§ 10 Abs. 1 Satz 1 Nr. 2 StAG";
    public const string Residence = "§ 10 Abs. 1 Satz 1 StAG";
    public const string Shortened = "§ 10 Abs. 3 StAG";
    public const string Interruption = "§ 12b StAG";
    public const string Spouse = "§ 9 Abs. 1 StAG";
    public const string AfterMarriage = "§ 9 Abs. 2 StAG";
    public const string Livelihood = "§ 10 Abs. 1 Satz 1 Nr. 3 StAG";
    public const string OldLivelihood = "§ 40a StAG i. V. m. § 10 Abs. 1 Satz 1 Nr. 3 StAG a. F.";
    public const string Hardship = "§ 8 Abs. 2 StAG";
    public const string Discretion = "§ 8 Abs. 1 StAG";
    public const string Nationality = "§ 10 Abs. 1 Satz 1 Nr. 4, § 12 StAG a. F.";
    public const string Crime = "§ 10 Abs. 1 Satz 1 Nr. 5, § 12a StAG";
    public const string Suspension = "§ 12a Abs. 3 StAG";
    public const string Language = "§ 10 Abs. 1 Satz 1 Nr. 6, Abs. 4 StAG";
    public const string LanguageHardship = "§ 10 Abs. 4a StAG";
    public const string Test = "§ 10 Abs. 1 Satz 1 Nr. 7, Abs. 5 StAG";
    public const string Unable = "§ 10 Abs. 6 StAG";
    public const string LivingConditions = "§ 10 Abs. 1 Satz 1 StAG a. F. (Einordnung in die deutschen Lebensverhältnisse)";
    public const string Exclusion = "§ 11 StAG";
    public const string Bar = "§ 35a StAG";
}
