global using System.Globalization;
global using System.Net;
global using Kim.Naturalisation.Domain;
global using Kim.Naturalisation.Domain.Checking;
global using Kim.Naturalisation.Domain.Facts;
global using Kim.Naturalisation.Domain.Procedure;
global using Kim.Naturalisation.Domain.Rules;
