using System.Diagnostics;

namespace Kim.Faults.Tests.Running;

/// <summary>
/// Builds of the services that can be killed at a named moment: the normal programs with a Kim.ServiceKit of their own, built with
/// <c>KimFailPoints</c> below <c>artifacts/</c>, where nothing else looks for programs.
/// </summary>
internal static class FailPoints
{
    public const string BeforePublish = "before-publish", BeforeMark = "before-mark", BeforeAcknowledge = "before-acknowledge";

    private const string Kit = "Kim.ServiceKit.dll";
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "fail-points");

    private static readonly string Armed = Directory.CreateTempSubdirectory("kim-fail-points-").FullName;

    /// <summary>The folder in which a file of a point's name arms it for this service: publishers consume too, and would die in another's place.</summary>
    public static string ArmedFor(string service) => Directory.CreateDirectory(Path.Combine(Armed, service)).FullName;

    /// <summary>The kit with fail-points.</summary>
    public static string KitPath => Path.Combine(Folder, "bin", "Kim.ServiceKit", "release", Kit);

    /// <summary>The next process of this service that comes to this point dies there.</summary>
    public static void Arm(string service, string point) => File.WriteAllText(Path.Combine(ArmedFor(service), point), "");

    private static readonly Lazy<Task> Build = new(MakeAsync);

    /// <summary>Builds the kit with its fail-points, once per run and only when the normal one is newer.</summary>
    public static Task BuildAsync() => Build.Value;

    private static async Task MakeAsync()
    {
        var normal = Path.Combine(Path.GetDirectoryName(ServiceSpace.PathOf("cases"))!, Kit);
        if (File.GetLastWriteTimeUtc(KitPath) > File.GetLastWriteTimeUtc(normal)) return;
        var project = Path.Combine(Repository.Root, "services", "Kim.ServiceKit");
        var start = new ProcessStartInfo("dotnet", [
            "build", project, "-c", "Release", "--artifacts-path", Folder, "-p:KimFailPoints=true", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-v", "quiet", "-nologo", "-nodeReuse:false",
        ])
        { RedirectStandardOutput = true };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0 || !File.Exists(KitPath)) throw new InvalidOperationException("The build with fail-points failed: " + output);
        // What was up to date already keeps its old time.
        File.SetLastWriteTimeUtc(KitPath, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    /// <summary>Where <see cref="ProgramOf"/> puts a program.</summary>
    public static string PathOf(string service) => Path.Combine(Folder, "programs", service, Path.GetFileName(ServiceSpace.PathOf(service)));

    /// <summary>Makes the program of a service with the kit of <see cref="BuildAsync"/>.</summary>
    public static string ProgramOf(string service)
    {
        var normal = ServiceSpace.PathOf(service);
        var copy = Path.GetDirectoryName(PathOf(service))!;
        if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(normal)!, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Path.GetDirectoryName(normal)!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Copy(KitPath, Path.Combine(copy, Kit), overwrite: true);
        return PathOf(service);
    }
}
