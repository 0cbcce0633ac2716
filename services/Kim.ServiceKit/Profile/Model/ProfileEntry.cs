namespace Kim.ServiceKit.Profile.Model;

/// <summary>What every entry of a profile says about itself.</summary>
public abstract record ProfileEntry
{
    /// <summary>Ids of the sources (docs/sources.md): slides S-, D-, A-, public pages V, working assumptions K-.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Invented: imported only where demo data is welcome.</summary>
    public bool Demo { get; init; }

    /// <summary>A real setting that somebody still has to confirm.</summary>
    public bool Assumed { get; init; }

    /// <summary>What a reader should know, in German.</summary>
    public string? Note { get; init; }
}
