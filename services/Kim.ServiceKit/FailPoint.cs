using System.Diagnostics;

namespace Kim.ServiceKit;

/// <summary>
/// Moments at which a test kills the process, so that it is known what a crash there leaves. Calls exist only in a build with
/// <c>-p:KimFailPoints=true</c>, which the suite of faults makes for itself; in any other the compiler drops them.
/// </summary>
internal static class FailPoint
{
    /// <summary>The change is committed, its event not yet with the broker.</summary>
    public const string BeforePublish = "before-publish";

    /// <summary>The broker has confirmed the event, the outbox does not know yet.</summary>
    public const string BeforeMark = "before-mark";

    /// <summary>The effect is committed, the broker does not know yet.</summary>
    public const string BeforeAcknowledge = "before-acknowledge";

    /// <summary>Kills the process (SIGKILL) when the test has laid a file of this name into the folder <c>KIM_FAIL_POINTS</c>; the file goes first, so that it happens once.</summary>
    [Conditional("KIM_FAILPOINTS")]
    public static void Reach(string point)
    {
#if KIM_FAILPOINTS
        if (Environment.GetEnvironmentVariable("KIM_FAIL_POINTS") is not { } folder) return;
        var armed = Path.Combine(folder, point);
        if (!File.Exists(armed)) return;
        File.Delete(armed);
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
#endif
    }
}
