namespace Kim.Interpreters.Reference;

/// <summary>A dialect of a language.</summary>
public sealed record Dialect(string Code, string NameDe, string NameEn);

/// <summary>A language that may be asked for, ISO 639-3.</summary>
public sealed class Language
{
    private Language()
    {
    }

    public string Code { get; private set; } = "";

    public string NameDe { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>False for German: nobody is asked to interpret it.</summary>
    public bool Interpreting { get; private set; }

    public IReadOnlyList<Dialect> Dialects { get; private set; } = [];

    /// <summary>A language enters the list.</summary>
    public static Language Of(string code) => new() { Code = code };

    /// <summary>Its content.</summary>
    public Language Define(string nameDe, string nameEn, bool interpreting, IReadOnlyList<Dialect> dialects)
    {
        (NameDe, NameEn, Interpreting, Dialects) = (nameDe, nameEn, interpreting, dialects);
        return this;
    }
}
