namespace Kim.Funding.Features;

/// <summary>German words for codes, as staff reads them.</summary>
internal static class Texts
{
    private static readonly Dictionary<string, string> Components = new()
    {
        ["OFFERED"] = "wird angeboten",
        ["PLANNED"] = "geplant",
        ["ENDED"] = "beendet",
        ["COMPLETED"] = "abgeschlossen",
        ["NO_OFFER"] = "kein Angebot",
    };

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [ProgrammeCheck.AgeBelow] = "jünger als die Zielgruppe",
        [ProgrammeCheck.AgeAbove] = "älter als die Zielgruppe",
        [ProgrammeCheck.AgeAtUpperBound] = "an der oberen Altersgrenze, die nach der Einstellung nicht dazugehört",
        [ProgrammeCheck.StatusNotNamed] = "Aufenthaltsstatus gehört nicht zur Zielgruppe",
        [ProgrammeCheck.Ended] = "das Programm ist beendet",
        [ProgrammeCheck.NotBegun] = "das Programm hat noch nicht begonnen",
        [ProgrammeCheck.NoOffer] = "kein Angebot an diesem Tag",
        [OwnShareReasons.NoGrant] = "keine Bewilligung genannt",
        [OwnShareReasons.OutsidePeriod] = "außerhalb des Verwendungszeitraums, wie er am Buchungstag bekannt war",
        [OwnShareReasons.PeriodUnknown] = "am Buchungstag war kein Verwendungszeitraum bekannt",
        [OwnShareReasons.TypeNotEligible] = "das Programm trägt diese Kostenart nicht",
        [PotLine.PotUnknown] = "diesen Topf gibt es nicht",
        [PotLine.KindNotBorne] = "der Topf trägt diese Kostenart nicht",
        [PotLine.PotWithoutMoney] = "der Topf hat in diesem Jahr keine Mittel",
        ["POT_OVERDRAWN"] = "der Topf ist überzogen",
    };

    /// <summary>The state of a Baustein.</summary>
    public static string OfComponent(string state) => Components.GetValueOrDefault(state, state);

    /// <summary>A reason or flag.</summary>
    public static string OfReason(string code) => Reasons.GetValueOrDefault(code, code);

    /// <summary>A broken rule in a sentence.</summary>
    public static string OfViolation(Violation found) => found.Rule switch
    {
        QuotaRules.Exceeded => $"{Of(found.Module)}: {Of(found.Vzae)} VZÄ besetzt, bewilligt sind {Of(found.Limit)}.",
        QuotaRules.OutsideKi => $"{Of(found.Module)}: {Of(found.Vzae)} VZÄ liegen außerhalb des KI, erlaubt sind {Of(found.Limit)}.",
        QuotaRules.Employer => $"{Of(found.Module)}: {found.Position} ({Of(found.Vzae)} VZÄ) liegt bei einem Anstellungsträger, den das Modul nicht zulässt.",
        QuotaRules.Planned => $"{Of(found.Module)}: {Of(found.Vzae)} VZÄ eingerichtet, bewilligt sind {Of(found.Limit)}.",
        _ => $"{found.Position} ist besetzt und hat keine Bezirkszuständigkeit.",
    };

    private static string Of(string? module) => module?.Replace("MODUL_", "Modul ", StringComparison.Ordinal) ?? "";

    private static string Of(decimal vzae) => vzae.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("de-DE"));

    private static string Of(Fraction limit) => limit.Denominator == 1 ? Of((decimal)limit.Numerator) : $"{limit.Numerator}/{limit.Denominator}";
}
