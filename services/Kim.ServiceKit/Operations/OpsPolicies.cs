namespace Kim.ServiceKit.Operations;

/// <summary>The rights that every service has beside its own: ops sees technical facts and decides on parked messages, never on a person's record.</summary>
public static class OpsPolicies
{
    /// <summary>See queues and parked messages, their bodies masked.</summary>
    public const string ReadMessages = "ops:messages-read";

    /// <summary>Re-drive and discard parked messages.</summary>
    public const string DecideMessages = "ops:messages-decide";
}
