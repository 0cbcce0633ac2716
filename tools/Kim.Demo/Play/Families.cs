namespace Kim.Demo.Play;

/// <summary>Five invented people. Whoever plays the demo twice gets five new cases.</summary>
internal sealed record Family(string GivenNames, string FamilyName, string BirthDate, string Sex, string Language, string Ags, string Place, int HouseholdSize)
{
    public static readonly IReadOnlyList<Family> All =
    [
        new("Layla", "Al-Ḥasan", "1988-04-12", "FEMALE", "ara", "05558016", "Dülmen", 5),
        new("Oleksandr", "Ševčenko", "1979-11-03", "MALE", "ukr", "05558012", "Coesfeld", 3),
        new("Şirin", "Çelik", "1995-07-21", "FEMALE", "kmr", "05558016", "Dülmen", 4),
        new("Tesfay", "Gebremedhin", "2001-01-30", "MALE", "tir", "05558012", "Coesfeld", 1),
        new("Nguyễn Thị", "Hồng", "1983-09-09", "FEMALE", "vie", "05558016", "Dülmen", 2),
    ];
}
