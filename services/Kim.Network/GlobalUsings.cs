global using System.ComponentModel;
global using System.ComponentModel.DataAnnotations;
global using Kim.Results;
