using Microsoft.Extensions.Configuration;

namespace Kim.AppHost.Local;

/// <summary>The door through which AppHost.cs enters this engine; names and calls are Aspire's.</summary>
internal sealed class DistributedApplication(DistributedApplicationBuilder builder)
{
    public static DistributedApplicationBuilder CreateBuilder(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        return new DistributedApplicationBuilder(configuration, configuration["AppHost:Directory"] ?? Path.GetFullPath("../../..", AppContext.BaseDirectory));
    }

    public void Run()
    {
        try
        {
            new Engine(builder).RunAsync().GetAwaiter().GetResult();
        }
        catch (StartFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.ExitCode = 1;
        }
    }
}

/// <summary>The system cannot start, and the message tells a person why and what to do.</summary>
internal sealed class StartFailure(string message) : Exception(message);
