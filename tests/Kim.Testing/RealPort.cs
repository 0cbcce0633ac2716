using Microsoft.AspNetCore.Mvc.Testing;

namespace Kim.Testing;

/// <summary>Programs on a real port.</summary>
public static class RealPort
{
    private const int Tries = 5;

    /// <summary>
    /// Starts a program on a free port. ASP.NET Core's factory sets the address of a server that the program, on a busy machine, has
    /// started before it; then it is tried again.
    /// </summary>
    /// <param name="make">Makes the factory anew.</param>
    public static async Task<TFactory> StartAsync<TFactory, TProgram>(Func<TFactory> make)
        where TFactory : WebApplicationFactory<TProgram>
        where TProgram : class
    {
        for (var tries = 1; ; tries++)
        {
            var factory = make();
            factory.UseKestrel(0);
            try
            {
                factory.StartServer();
                return factory;
            }
            catch (InvalidOperationException) when (tries < Tries)
            {
                await factory.DisposeAsync();
            }
        }
    }
}
