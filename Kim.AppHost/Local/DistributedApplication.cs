using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Kim.AppHost.Local;

/// <summary>The door through which AppHost.cs enters this engine; name and calls are Aspire's.</summary>
internal sealed class DistributedApplication(IDistributedApplicationBuilder builder, IReadOnlyList<Resource> resources)
{
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "AppHostDirectory").Value!;
        return new DistributedApplicationBuilder(configuration, folder);
    }

    public void Run()
    {
        try
        {
            using var engine = new Engine(builder, resources);
            engine.RunAsync().GetAwaiter().GetResult();
        }
        catch (StartFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.ExitCode = 1;
        }
    }
}
