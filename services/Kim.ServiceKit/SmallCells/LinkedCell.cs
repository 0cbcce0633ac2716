namespace Kim.ServiceKit.SmallCells;

/// <summary>A published figure that hangs together with others: through sums of one report, and through earlier reports.</summary>
/// <param name="Key">Unique name.</param>
/// <param name="Value">The figure: a count, or what was measured on the persons counted (money, hours).</param>
/// <param name="Contributors">How many persons or cases are behind it; for a count the count itself. From 1 to 4 the figure is hidden.</param>
public sealed record LinkedCell(string Key, decimal Value, int Contributors)
{
    /// <summary>Whether the value is the number of contributors, so that a reader can reason with whole numbers.</summary>
    public bool IsCount { get; init; } = true;

    /// <summary>Cells are hidden before totals, which readers need most.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The report in which it stands: whether zeros are hidden is known per report.</summary>
    public string Report { get; init; } = "";

    /// <summary>False for what was published before, or is never published: it stays as it is.</summary>
    public bool CanHide { get; init; } = true;

    /// <summary>Not told from the start: hidden in an earlier report, or never published.</summary>
    public bool IsHidden { get; init; }

    /// <summary>False for a quantity that no report tells but that a reader may compute, such as the rest of a total.</summary>
    public bool IsPublished { get; init; } = true;
}

/// <summary>One term of a relation or target.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Factor">What it is multiplied with, usually 1 or -1.</param>
public readonly record struct CellTerm(string Key, int Factor);

/// <summary>What a reader knows to hold: the terms sum to zero.</summary>
/// <param name="Terms">The terms.</param>
public sealed record CellRelation(IReadOnlyList<CellTerm> Terms)
{
    /// <summary>The total is the sum of its parts.</summary>
    public static CellRelation Sum(string total, IEnumerable<string> parts) =>
        new([new CellTerm(total, -1), .. parts.Select(part => new CellTerm(part, 1))]);
}

/// <summary>A quantity that must not be computable when few stand behind it, for example the difference between two versions.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Contributors">How many persons or cases stand behind the quantity; from 1 to 4 it is protected.</param>
public sealed record CellTarget(IReadOnlyList<CellTerm> Terms, int Contributors);
