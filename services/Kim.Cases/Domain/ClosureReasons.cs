namespace Kim.Cases.Domain;

/// <summary>Why a case may end (controlled list of domain.md 3.2).</summary>
public static class ClosureReasons
{
    public const string ZieleErreicht = "ZIELE_ERREICHT";
    public const string ZieleTeilweise = "ZIELE_TEILWEISE";
    public const string Fehlerfassung = "FEHLERFASSUNG";

    /// <summary>All codes. Only the first three count as regular for goal statistics.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ZieleErreicht, ZieleTeilweise, "UEBERLEITUNG_REGELSYSTEM", "UEBERGABE_ANDERES_CM", "WUNSCH_KLIENT",
        "EINWILLIGUNG_WIDERRUFEN", "KONTAKTABBRUCH", "WEGZUG", "AUSREISE_ABSCHIEBUNG", "KEINE_INDIKATION", "VERSTORBEN",
        Fehlerfassung,
    ];

    /// <summary>Goals can only have been reached when the case came through Hilfeplanung.</summary>
    public static bool NeedsPlan(string reason) => reason is ZieleErreicht or ZieleTeilweise;
}
