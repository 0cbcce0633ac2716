namespace Kim.ServiceKit.Audit;

/// <summary>Goes along the rows and the links of a month side by side, both in the order of transactions.</summary>
internal sealed class AuditWalk(string segment, List<AuditSeal> seals, DateTimeOffset sealedBefore)
{
    private readonly List<AuditFinding> _findings = [];
    private int _next;
    private int _unsealed;
    private AuditChain? _chain;

    public IReadOnlyList<AuditFinding> Findings => _findings;

    public int Rows { get; private set; }

    public void Add(AuditRow row)
    {
        Rows++;
        while (_next < seals.Count && row.IsAfter(seals[_next].UntilXid, seals[_next].UntilId)) Close();
        if (_next < seals.Count) (_chain ??= Begin()).Add(row);
        else if (row.At < sealedBefore) _unsealed++;
    }

    public void Finish()
    {
        while (_next < seals.Count) Close();
        if (_unsealed > 0) _findings.Add(new AuditFinding("UNSEALED", seals.Count + 1, 0, _unsealed));
    }

    // Each link is computed on the hash that stands before it, so that one fault is one finding and not a fault of all that follow.
    private AuditChain Begin() => AuditChain.Begin(segment, seals[_next].Number, _next == 0 ? null : seals[_next - 1].Hash);

    private void Close()
    {
        var seal = seals[_next];
        using var chain = _chain ?? Begin();
        _chain = null;
        var expected = _next == 0 ? 1 : seals[_next - 1].Number + 1;
        _next++;
        if (seal.Number != expected) _findings.Add(new AuditFinding("LINK_MISSING", expected, 0, 0));
        var found = chain.Rows;
        if (chain.Finish().AsSpan().SequenceEqual(seal.Hash)) return;
        var kind = found < seal.Rows ? "REMOVED" : found > seal.Rows ? "INSERTED" : "CHANGED";
        _findings.Add(new AuditFinding(kind, seal.Number, seal.Rows, found));
    }
}
