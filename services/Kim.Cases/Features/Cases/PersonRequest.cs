using System.ComponentModel.DataAnnotations;
using Kim.Cases.Domain;
using Kim.Cases.Reference;

namespace Kim.Cases.Features;

/// <summary>The person as a request states it.</summary>
public sealed record PersonRequest(
    [Required, StringLength(500)] string GivenNames,
    [Required, StringLength(500)] string FamilyName,
    DateOnly BirthDate,
    [Required, KnownCode(Vocabularies.Sex)] string Sex,
    [MaxLength(20), LanguageCodes] IReadOnlyList<string> Languages)
{
    internal Person ToPerson() => new(GivenNames, FamilyName, BirthDate, Sex, Languages);
}
