using System.Reflection;

namespace Kim.Testing;

/// <summary>Runs a program's own entry point inside the test process.</summary>
public static class EntryPoint
{
    // A mode of a service answers through the process-wide Environment.ExitCode: one at a time.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Runs the program and gives its exit code.</summary>
    public static async Task<int> RunAsync(Assembly program, string[] args)
    {
        await OneAtATime.WaitAsync();
        try
        {
            Environment.ExitCode = 0;
            var main = program.EntryPoint ?? throw new InvalidOperationException($"{program.GetName().Name} has no entry point.");
            var result = await Task.Run(() => main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]));
            if (result is Task<int> pending) result = await pending;
            else if (result is Task task) await task;
            return result is int code ? code : Environment.ExitCode;
        }
        finally
        {
            Environment.ExitCode = 0;
            OneAtATime.Release();
        }
    }
}
