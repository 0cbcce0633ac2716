// A grant is a Bewilligung in this service; the grant of a right keeps its full name here.
global using Grant = Kim.Funding.Domain.Grant;
global using System.ComponentModel;
global using System.ComponentModel.DataAnnotations;
global using Kim.Funding.Data;
global using Kim.Funding.Domain;
global using Kim.Results;
global using Kim.ServiceDefaults;
global using Kim.ServiceKit.Accounts;
global using Kim.ServiceKit.Audit;
global using Kim.ServiceKit.Data;
global using Kim.ServiceKit.Fields;
global using Kim.ServiceKit.Http;
global using Kim.ServiceKit.Messaging;
global using Microsoft.AspNetCore.Http.HttpResults;
global using Microsoft.AspNetCore.Mvc;
global using Microsoft.EntityFrameworkCore;
