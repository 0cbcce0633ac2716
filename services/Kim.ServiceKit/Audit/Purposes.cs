using Microsoft.AspNetCore.Builder;

namespace Kim.ServiceKit.Audit;

/// <summary>
/// What personal data is looked at for (GDPR Art. 5(1)(b)). A purpose belongs to the operation, not to the caller: it stands in the
/// operation's metadata, once for the whole service and again where one operation serves another purpose.
/// </summary>
public static class Purposes
{
    /// <summary>Case management of KIM (domain.md 3).</summary>
    public const string CaseManagement = "CASE_MANAGEMENT";

    /// <summary>Steering by the network.</summary>
    public const string NetworkSteering = "NETWORK_STEERING";

    /// <summary>Interpreting: placing, accounting and paying.</summary>
    public const string Interpreting = "INTERPRETING";

    /// <summary>Staffing, money and reports of the funding programme.</summary>
    public const string Funding = "FUNDING";

    /// <summary>Counselling for and deciding on naturalisation (StAG).</summary>
    public const string Naturalisation = "NATURALISATION";

    /// <summary>Accounts and their rights.</summary>
    public const string Accounts = "ACCOUNTS";

    /// <summary>Control by the data protection officer (GDPR Art. 39).</summary>
    public const string DataProtection = "DATA_PROTECTION";

    /// <summary>Says what an operation, or each operation of a group, is for; the innermost word holds.</summary>
    /// <param name="builder">The operation or group.</param>
    /// <param name="purpose">A code of this class.</param>
    public static TBuilder ForPurpose<TBuilder>(this TBuilder builder, string purpose) where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new Purpose(purpose));
        return builder;
    }
}

internal sealed record Purpose(string Code);
