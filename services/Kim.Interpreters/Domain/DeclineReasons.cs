namespace Kim.Interpreters.Domain;

/// <summary>Why the pool may refuse a request. A reason is a code and never free text: it travels to the case.</summary>
public static class DeclineReasons
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["LEAD_TIME"] = "Die Vorlaufzeit ist zu kurz.",
        ["EXCLUDED_TALK"] = "Der Pool übernimmt Gespräche dieser Art nicht.",
        ["NOT_ENTITLED"] = "Die anfordernde Stelle kann den Pool nicht nutzen.",
        ["BUDGET_EXHAUSTED"] = "Die Mittel des Jahres sind ausgeschöpft.",
        ["DUPLICATE"] = "Für das Gespräch liegt schon eine Anfrage vor.",
        ["INCOMPLETE"] = "Die Angaben reichen für eine Vermittlung nicht aus.",
    };

    /// <summary>All reasons with their German text.</summary>
    public static IReadOnlyDictionary<string, string> All => Texts;
}
