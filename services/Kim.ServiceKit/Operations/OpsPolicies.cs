using Kim.Contracts.Vocabulary;
using Kim.ServiceKit.Accounts;

namespace Kim.ServiceKit.Operations;

/// <summary>The rights that every service has beside its own: ops sees technical facts and decides on parked messages, never on a person's record.</summary>
public static class OpsPolicies
{
    /// <summary>See queues and parked messages, their bodies masked.</summary>
    public const string ReadMessages = "ops:messages-read";

    /// <summary>Re-drive and discard parked messages.</summary>
    public const string DecideMessages = "ops:messages-decide";

    /// <summary>Adds the rows to a service's table.</summary>
    internal static void AddTo(PolicyTable table)
    {
        table[ReadMessages] = [Roles.Ops];
        table[DecideMessages] = [Roles.Ops];
    }
}
