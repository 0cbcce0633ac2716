namespace Kim.Contracts.Cases;

/// <summary>
/// A person was erased (Art. 17 DSGVO): whoever holds something under the reference deletes or anonymises it. Published by cases for
/// interpreters, once for the case and once for each booking. A receiver hears of its own references alone.
/// </summary>
[WireName("kim.cases.interpreters-reference-erased")]
public sealed record InterpretersReferenceErased
{
    /// <summary>The interpreters' reference of the case, or a booking.</summary>
    public required Guid Reference { get; init; }

    /// <summary>Always 1: a reference is erased once and never comes back.</summary>
    public required long Version { get; init; }
}

/// <summary>A person was erased. Published by cases for funding, once for the case and once for each booking that funding may know.</summary>
[WireName("kim.cases.funding-reference-erased")]
public sealed record FundingReferenceErased
{
    /// <summary>Funding's reference of the case, or a booking.</summary>
    public required Guid Reference { get; init; }

    /// <summary>Always 1: a reference is erased once and never comes back.</summary>
    public required long Version { get; init; }
}

/// <summary>A person was erased. Published by cases for naturalisation, once for each referral.</summary>
[WireName("kim.cases.naturalisation-reference-erased")]
public sealed record NaturalisationReferenceErased
{
    /// <summary>The referral.</summary>
    public required Guid Reference { get; init; }

    /// <summary>Always 1: a reference is erased once and never comes back.</summary>
    public required long Version { get; init; }
}
