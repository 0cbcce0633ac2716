namespace Kim.ServiceKit.SmallCells;

/// <summary>What a reader can compute from linked figures while some of them are hidden.</summary>
internal sealed class LinkedAudit
{
    private readonly Dictionary<string, LinkedCell> _cells;
    private readonly IReadOnlyList<CellRelation> _relations;
    private readonly Dictionary<string, List<CellRelation>> _relationsOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hiddenThisRound = new(StringComparer.Ordinal);
    private readonly int _threshold;

    public LinkedAudit(IReadOnlyList<LinkedCell> cells, IReadOnlyList<CellRelation> relations, int threshold)
    {
        _cells = cells.ToDictionary(cell => cell.Key, StringComparer.Ordinal);
        (_relations, _threshold) = (relations, threshold);
        foreach (var cell in cells.Where(cell => cell.IsHidden)) _hidden.Add(cell.Key);
        foreach (var relation in relations)
            foreach (var term in relation.Terms)
            {
                if (!_relationsOf.TryGetValue(term.Key, out var known)) _relationsOf[term.Key] = known = [];
                known.Add(relation);
            }
    }

    public IReadOnlySet<string> Hidden => _hidden;

    public bool Hide(string key)
    {
        _hiddenThisRound.Add(key);
        return _hidden.Add(key);
    }

    /// <summary>All protected quantities that can be computed now: the targets, small hidden cells, and small rests of sums.</summary>
    public IReadOnlyList<CellTarget> Disclosures(IReadOnlyList<CellTarget> targets)
    {
        _hiddenThisRound.Clear();
        var algebra = new Elimination(_relations.Select(relation => Unknown(relation.Terms)));
        var pinned = new Bounds(_cells, _hidden, _relations).Pinned();
        var small = _cells.Values
            .Where(cell => _hidden.Contains(cell.Key) && SmallCell.IsSmall(cell.Contributors, _threshold))
            .Select(cell => new CellTarget([new CellTerm(cell.Key, 1)], cell.Contributors));
        return
        [
            .. targets.Concat(small).Where(target => algebra.Determines(Unknown(target.Terms)) || (target.Terms is [var only] && pinned.Contains(only.Key))),
            .. _relations.Select(Rest).OfType<CellTarget>(),
        ];
    }

    /// <summary>Whether every figure of a quantity was told before this step.</summary>
    public bool IsTold(CellTarget target) => target.Terms.All(term => !_cells[term.Key].IsHidden);

    /// <summary>The figures of a quantity that may still be hidden.</summary>
    public IReadOnlyList<string> CanHide(CellTarget target) => [.. target.Terms.Select(term => term.Key).Where(key => _cells[key].CanHide)];

    /// <summary>Whether another disclosure of this round already made the reader miss one of its figures: look again before hiding more.</summary>
    public bool IsHelped(CellTarget disclosed) => disclosed.Terms
        .SelectMany(term => _relationsOf.GetValueOrDefault(term.Key) ?? []).SelectMany(relation => relation.Terms)
        .Concat(disclosed.Terms).Any(term => _hiddenThisRound.Contains(term.Key));

    /// <summary>
    /// The cell whose hiding helps and costs least: a figure of the quantity itself, then one that stands in a sum with it, then any;
    /// cells before totals, zeros only when nothing else is left, then the smallest.
    /// </summary>
    public string? NextToHide(CellTarget disclosed)
    {
        var own = disclosed.Terms.Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        var near = own.SelectMany(key => _relationsOf.GetValueOrDefault(key) ?? []).SelectMany(relation => relation.Terms)
            .Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        return _cells.Values.Where(cell => cell.CanHide && !_hidden.Contains(cell.Key))
            .OrderByDescending(cell => own.Contains(cell.Key))
            .ThenByDescending(cell => near.Contains(cell.Key))
            .ThenBy(cell => cell.IsTotal)
            .ThenBy(cell => cell.Contributors == 0)
            .ThenBy(cell => cell.Contributors)
            .ThenBy(cell => cell.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    // The hidden parts of a told total are a figure themselves: 'either this or that: 3 persons'.
    private CellTarget? Rest(CellRelation relation)
    {
        var open = relation.Terms.Where(term => _hidden.Contains(term.Key)).ToList();
        if (open.Count == 0 || !open.TrueForAll(term => term.Factor == open[0].Factor)) return null;
        var parts = open.ConvertAll(term => _cells[term.Key]);
        if (!parts.Exists(part => part.Contributors > 0)) return null;
        // How far the persons behind amounts overlap is not known: their union is at least the largest part.
        var contributors = parts.TrueForAll(part => part.IsCount) ? parts.Sum(part => part.Contributors) : parts.Max(part => part.Contributors);
        return SmallCell.IsSmall(contributors, _threshold) ? new CellTarget(open, contributors) : null;
    }

    private IEnumerable<CellTerm> Unknown(IEnumerable<CellTerm> terms) => terms.Where(term => _hidden.Contains(term.Key));
}
