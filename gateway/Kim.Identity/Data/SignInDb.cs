using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Data;

/// <summary>The same tables as the sign-in machinery sees them, where nobody is known yet (<see cref="Kim.ServiceKit.Data.SystemContext"/>).</summary>
public sealed class SignInDb(DbContextOptions<SignInDb> options) : IdentityDb(options);
