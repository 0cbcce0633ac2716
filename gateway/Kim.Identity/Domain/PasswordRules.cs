namespace Kim.Identity.Domain;

/// <summary>Length instead of composition (NIST SP 800-63B, BSI ORP.4): no forced digits, no forced changes, nothing guessable from the context.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: only a guard against hashing megabytes.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 6;

    private static readonly string[] Context =
        ["coesfeld", "dülmen", "duelmen", "kreis", "integration", "passwort", "password", "qwertz", "qwerty", "12345", "asdfg", "hallo", "sommer", "winter"];

    /// <summary>Key of the text that says what is wrong, or null.</summary>
    public static string? Refuse(string password, string userName)
    {
        if (password.Length < Shortest) return "PasswordTooShort";
        if (password.Length > Longest) return "PasswordTooLong";
        if (password.Distinct().Count() < FewestDifferent) return "PasswordTooEven";
        var lower = password.ToLowerInvariant();
        // A guessable word is no harm in a long sentence: it must not make up most of the password.
        var rest = Context.Append(userName.ToLowerInvariant()).Where(word => word.Length > 2).Aggregate(lower, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return rest.Length * 2 < password.Length ? "PasswordGuessable" : null;
    }
}
