using Kim.Contracts.Vocabulary;

namespace Kim.Naturalisation;

/// <summary>Who may do what in this service. What is not in the table is denied.</summary>
internal static class NaturalisationPolicies
{
    public static readonly PolicyTable Table = new();
}
