namespace Kim.ServiceKit.SmallCells;

/// <summary>
/// The small-cell rule for figures that hang together: several tables over the same persons, corrections of a report, a year beside
/// its quarters (domain.md 7.5: secondary suppression, differencing guard). A reader is assumed to add and subtract all that is
/// published, now and earlier, and to know the rule. Covered: every quantity that follows linearly from the relations, and every
/// hidden count that is pinned by being at least 1 (or 0). Not covered: what the reader knows from elsewhere.
/// </summary>
public static class LinkedCells
{
    /// <summary>Chooses what is hidden: small cells, and then, one by one, the next smallest that protects them.</summary>
    /// <param name="cells">All cells, those published earlier among them.</param>
    /// <param name="relations">What the reader knows to hold.</param>
    /// <param name="targets">Further quantities to protect, beside the small cells themselves.</param>
    /// <param name="threshold">The smallest count that is told.</param>
    /// <returns>Keys of all hidden cells.</returns>
    public static IReadOnlySet<string> Protect(
        IReadOnlyList<LinkedCell> cells, IReadOnlyList<CellRelation> relations, IReadOnlyList<CellTarget> targets, int threshold = SmallCell.DefaultThreshold)
    {
        var audit = new LinkedAudit(cells, relations, threshold);
        foreach (var cell in cells.Where(cell => cell.CanHide && SmallCell.IsSmall(cell.Contributors, threshold))) audit.Hide(cell.Key);
        var rest = targets.Where(target => SmallCell.IsSmall(target.Contributors, threshold)).ToList();
        // What would be told at a glance goes first: only then is it known what else must be hidden.
        foreach (var target in rest.Where(target => audit.IsTold(target)))
            foreach (var key in audit.CanHide(target)) audit.Hide(key);
        while (true)
        {
            var open = audit.Disclosures(rest);
            var hidden = false;
            foreach (var disclosed in open)
            {
                if (!audit.IsHelped(disclosed) && audit.NextToHide(disclosed) is { } next) hidden |= audit.Hide(next);
            }

            if (!hidden) return audit.Hidden;
        }
    }

    /// <summary>The small quantities that a reader can compute although they are hidden: empty when the figures may be published.</summary>
    /// <param name="cells">All cells; <see cref="LinkedCell.IsHidden"/> says what is told.</param>
    /// <param name="relations">What the reader knows to hold.</param>
    /// <param name="targets">Further quantities.</param>
    /// <param name="threshold">The smallest count that is told.</param>
    public static IReadOnlyList<CellTarget> Disclosed(
        IReadOnlyList<LinkedCell> cells, IReadOnlyList<CellRelation> relations, IReadOnlyList<CellTarget> targets, int threshold = SmallCell.DefaultThreshold) =>
        new LinkedAudit(cells, relations, threshold).Disclosures([.. targets.Where(target => SmallCell.IsSmall(target.Contributors, threshold))]);
}
