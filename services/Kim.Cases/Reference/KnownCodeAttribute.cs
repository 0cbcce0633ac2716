using System.ComponentModel.DataAnnotations;

namespace Kim.Cases.Reference;

/// <summary>The value, or each of the values, is a code of one of this service's vocabularies.</summary>
/// <param name="vocabulary">Name of the vocabulary, see <see cref="Vocabularies"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KnownCodeAttribute(string vocabulary) : ValidationAttribute
{
    /// <inheritdoc />
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var unknown = value switch
        {
            string code => Vocabularies.Knows(vocabulary, code) ? null : code,
            IEnumerable<string> codes => codes.FirstOrDefault(code => code is null || !Vocabularies.Knows(vocabulary, code)),
            _ => null,
        };
        return unknown is null
            ? ValidationResult.Success
            : new ValidationResult($"This is no code of the vocabulary {vocabulary}; see GET /api/v1/cases/codes.", [validationContext.MemberName!]);
    }
}
