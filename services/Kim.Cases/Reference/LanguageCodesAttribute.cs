using System.ComponentModel.DataAnnotations;

namespace Kim.Cases.Reference;

/// <summary>The value, or each of the values, has the form of an ISO 639-3 code: three lower-case letters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LanguageCodesAttribute : ValidationAttribute
{
    public LanguageCodesAttribute() : base("A language is an ISO 639-3 code of three lower-case letters, for example ara.")
    {
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => value switch
    {
        string code => IsCode(code),
        IEnumerable<string> codes => codes.All(IsCode),
        _ => true,
    };

    private static bool IsCode(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterLower);
}
