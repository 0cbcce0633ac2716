namespace Kim.ServiceKit.Persons;

/// <summary>
/// What a service holds of a person, in one place: from it the person's copy (Art. 15 DSGVO) is read and the erasure (Art. 17) is
/// done, so that neither can forget what the other knows. Each table of the service stands in one of the two lists.
/// </summary>
public sealed record PersonHoldings
{
    /// <summary>Why the service holds it, in German.</summary>
    public required string PurposeDe { get; init; }

    /// <summary>The legal basis, in German.</summary>
    public required string LegalBasisDe { get; init; }

    /// <summary>How long it is kept, in German.</summary>
    public required string RetentionDe { get; init; }

    /// <summary>The tables with rows of persons; what refers to another table stands before it.</summary>
    public required IReadOnlyList<PersonTable> Tables { get; init; }

    /// <summary>The tables without rows of a person who is advised.</summary>
    public required IReadOnlyList<string> Without { get; init; }

    /// <summary>What each column of <see cref="Tables"/> means, in German.</summary>
    public required IReadOnlyDictionary<string, string> LabelsDe { get; init; }
}

/// <summary>A table with rows of persons.</summary>
/// <param name="Name">The table.</param>
/// <param name="TitleDe">What it holds, in German.</param>
/// <param name="Where">SQL over its columns: the rows of the references in <c>$1</c> (uuid[]).</param>
/// <param name="InCopy">False for rows that say nothing more about the person: they are erased, and left out of the copy.</param>
public sealed record PersonTable(string Name, string TitleDe, string Where, bool InCopy = true);
