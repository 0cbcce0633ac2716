namespace Kim.Cases.Domain;

/// <summary>The person at the centre of a case. Names are kept as the document shows them, never shortened.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public Person(string givenNames, string familyName, DateOnly birthDate, string sex, IEnumerable<string> languages)
    {
        GivenNames = LatinNames.Normalize(givenNames);
        FamilyName = LatinNames.Normalize(familyName);
        BirthDate = birthDate;
        Sex = sex;
        Languages = [.. languages.Distinct()];
    }

    public string GivenNames { get; private set; } = "";

    public string FamilyName { get; private set; } = "";

    public DateOnly BirthDate { get; private set; }

    /// <summary>FEMALE, MALE, DIVERSE or UNKNOWN.</summary>
    public string Sex { get; private set; } = "";

    /// <summary>ISO 639-3 codes of the languages the person speaks, best first.</summary>
    public List<string> Languages { get; private set; } = [];

    /// <summary>What a search looks into: the norm's search form and the form that forgives a dropped umlaut letter.</summary>
    public string SearchText => LatinNames.SearchText($"{FamilyName} {GivenNames}");

    /// <summary>Why the person cannot be taken as written, or null.</summary>
    public Error? Check(DateOnly today)
    {
        if (LatinNames.FirstForbidden(GivenNames) is { } given) return Forbidden(given, "person.givenNames");
        if (LatinNames.FirstForbidden(FamilyName) is { } family) return Forbidden(family, "person.familyName");
        if (GivenNames.Length == 0) return Error.Invalid("name-empty", "Given names are missing.", "person.givenNames");
        if (FamilyName.Length == 0) return Error.Invalid("name-empty", "The family name is missing.", "person.familyName");
        return BirthDate > today || BirthDate < today.AddYears(-125)
            ? Error.Invalid("birth-date-impossible", "The birth date lies in the future or more than 125 years back.", "person.birthDate")
            : null;
    }

    private static Error Forbidden(string character, string field) => Error.Invalid(
        "character-not-allowed",
        $"U+{(int)character[0]:X4} is no character of DIN 91379 for names of persons. Write the name in Latin letters as the document shows it.",
        field);
}
