using System.Runtime.InteropServices;

namespace Kim.AppHost.Local;

/// <summary>Ctrl-C, SIGTERM or a closed terminal: one orderly stop. The kernel keeps the default for SIGKILL.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public StopSignals()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // Also for the second one: an impatient Ctrl-C must not leave children behind; each stop has its time limit.
        context.Cancel = true;
        _stop.Cancel();
    }
}
