using Kim.Contracts.Vocabulary;

namespace Kim.Funding;

/// <summary>Who may do what in this service. What is not in the table is denied.</summary>
internal static class FundingPolicies
{
    public static readonly PolicyTable Table = new();
}
