using System.Text;
using Kim.Cases.Domain;

namespace Kim.Cases.Tests.Domain;

/// <summary>DIN 91379, data type A: rows of the norm's tables.</summary>
public sealed class LatinNamesTests
{
    [Theory]
    [InlineData("Müller", "MUELLER")]
    [InlineData("Öztürk", "OEZTUERK")]
    [InlineData("Ärzte", "AERZTE")]
    [InlineData("Groß", "GROSS")]
    [InlineData("GROẞ", "GROSS")]
    [InlineData("Søren Åse", "SOEREN AASE")]
    [InlineData("Œuvre Æther", "OEUVRE AETHER")]
    [InlineData("Łukasz", "LUKASZ")]
    [InlineData("Đorđe Ðór", "DORDE DOR")]
    [InlineData("Þór", "THOR")]
    [InlineData("Ħamrun Ŧana", "HAMRUN TANA")]
    [InlineData("ĸana Ŋana", "KANA NANA")]
    [InlineData("Əliyev", "ELIYEV")]
    [InlineData("Ĳssel", "IJSSEL")]
    [InlineData("İbrahim Yıldız", "IBRAHIM YILDIZ")]
    [InlineData("Ñúñez", "NUNEZ")]
    [InlineData("Ÿ Ẍ Ẅ", "Y X W")]
    [InlineData("Ů Ű Ư", "U U U")]
    [InlineData("Ǖ Ǟ Ȫ Ǻ Ǿ Ǣ", "UE AE OE AA OE AE")]
    [InlineData("Ạ̈ Ọ̈ Ụ̈", "AE OE UE")]
    [InlineData("Nguyễn Thị Ánh", "NGUYEN THI ANH")]
    [InlineData("K͟hadija", "KHADIJA")]
    [InlineData("Șerban Ştefan Țîrlea", "SERBAN STEFAN TIRLEA")]
    [InlineData("O'Neil d’Arc", "ONEIL DARC")]
    [InlineData("al-ʿAbbās", "AL ABBAS")]
    [InlineData("Müller-Lüdenscheidt", "MUELLER LUEDENSCHEIDT")]
    public void The_search_form_is_A_to_Z_as_the_norm_says(string name, string form) => Assert.Equal(form, LatinNames.SearchForm(name));

    [Theory]
    [InlineData("Müller")]
    [InlineData("C̨̆a")]
    [InlineData("L̥̄ r̥̄ s̛̄")]
    [InlineData("Ž̦ ž̧ ē̍ ō̍ Ī́")]
    [InlineData("K͟Han")]
    [InlineData("d’Arc · ‡")]
    [InlineData("Ặ Ữ ỹ")]
    public void Letters_and_sequences_of_the_norm_are_allowed(string name) => Assert.Null(LatinNames.FirstForbidden(name));

    [Theory]
    [InlineData("Иван", "И")]
    [InlineData("محمد", "م")]
    [InlineData("Anna1", "1")]
    [InlineData("A@b", "@")]
    [InlineData("a\u0007b", "\u0007")]
    [InlineData("Q\u0301x", "Q\u0301")]
    [InlineData("Name\u200b", "\u200b")]
    public void Anything_else_is_named_and_refused(string name, string forbidden) => Assert.Equal(forbidden, LatinNames.FirstForbidden(name));

    [Fact]
    public void A_decomposed_name_is_composed_and_kept_whole()
    {
        var name = string.Concat(Enumerable.Repeat("Mu\u0308ller ", 40));
        var kept = LatinNames.Normalize(name);
        Assert.True(kept.IsNormalized(NormalizationForm.FormC));
        Assert.Equal(40, kept.Split(' ').Length);
        Assert.All(kept.Split(' '), part => Assert.Equal("Müller", part));
    }

    [Theory]
    [InlineData("Müller", "Muller")]
    [InlineData("Müller", "Mueller")]
    [InlineData("Åse", "Ase")]
    [InlineData("Groß", "Gros")]
    public void The_loose_form_forgives_a_dropped_letter(string name, string typed) => Assert.Equal(LatinNames.LooseForm(name), LatinNames.LooseForm(typed));

    [Fact]
    public void A_person_with_a_foreign_script_is_refused_with_the_field()
    {
        var refused = Case.Open("KIM-2026-000001", TestCases.Person(family: "Иванов"), new CaseFrame("05558012", "x", "ABH", 1), TestCases.Now).Error;
        Assert.Equal((400, "character-not-allowed", "person.familyName"), (refused?.Status, refused?.Code, refused?.Field));
        Assert.DoesNotContain("Иванов", refused!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("1899-01-01")]
    public void An_impossible_birth_date_is_refused(string day)
    {
        var person = new Person("Amira", "Öztürk", DateOnly.Parse(day), "FEMALE", []);
        Assert.Equal("person.birthDate", person.Check(TestCases.Today)?.Field);
    }
}
