global using System.Net;
global using Kim.Results;
