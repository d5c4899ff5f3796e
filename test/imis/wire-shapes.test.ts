import { expect, test } from 'vitest';
import { type ContractName, endpoints } from '../../src/imis/contracts/endpoints.js';
import {
  encodeExecute,
  encodeOperation,
  encodePage,
  encodeRoles,
  encodeValidation,
  unauthorizedBody,
} from '../../src/imis/contracts/envelope.js';
import { encodeRow, queryRowType } from '../../src/imis/contracts/row.js';
import type { Wire } from '../../src/imis/contracts/wire.js';
import { queries } from '../../src/imis/pack.js';
import { examples } from './examples.js';

const wireOf = (contract: ContractName): string => {
  const encode = endpoints[contract].encode as (value: unknown) => Wire;
  return JSON.stringify(encode(examples[contract]), null, 1);
};

test('Party on the wire', () => {
  expect(wireOf('Party')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Membership.DataContracts.PersonData, Asi.Contracts",
     "BirthDate": "1980-05-04T00:00:00",
     "PersonName": {
      "$type": "Asi.Soa.Membership.DataContracts.PersonNameData, Asi.Contracts",
      "FirstName": "Ada",
      "InformalName": "Addy",
      "LastName": "Example",
      "FullName": "Ada Example"
     },
     "PrimaryOrganization": {
      "$type": "Asi.Soa.Membership.DataContracts.PrimaryOrganizationInformationData, Asi.Contracts",
      "OrganizationPartyId": "500",
      "Title": "Director"
     },
     "Name": "Ada Example",
     "Addresses": {
      "$type": "Asi.Soa.Membership.DataContracts.FullAddressDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Membership.DataContracts.FullAddressData, Asi.Contracts",
        "Address": {
         "$type": "Asi.Soa.Membership.DataContracts.AddressData, Asi.Contracts",
         "AddressLines": {
          "$type": "Asi.Soa.Membership.DataContracts.AddressLineDataCollection, Asi.Contracts",
          "$values": [
           "1 High St",
           "Unit 2"
          ]
         },
         "CityName": "Springfield",
         "CountryName": "United States",
         "CountrySubEntityCode": "CA",
         "PostalCode": "90001"
        },
        "AddressPurpose": "Address",
        "CommunicationPreferences": {
         "$type": "Asi.Soa.Membership.DataContracts.CommunicationPreferenceDataCollection, Asi.Contracts",
         "$values": [
          {
           "$type": "Asi.Soa.Membership.DataContracts.CommunicationPreferenceData, Asi.Contracts",
           "Reason": "default"
          },
          {
           "$type": "Asi.Soa.Membership.DataContracts.CommunicationPreferenceData, Asi.Contracts",
           "Reason": "mail"
          },
          {
           "$type": "Asi.Soa.Membership.DataContracts.CommunicationPreferenceData, Asi.Contracts",
           "Reason": "bill"
          },
          {
           "$type": "Asi.Soa.Membership.DataContracts.CommunicationPreferenceData, Asi.Contracts",
           "Reason": "ship"
          }
         ]
        }
       }
      ]
     },
     "AlternateIds": {
      "$type": "Asi.Soa.Core.DataContracts.AlternateIdDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Core.DataContracts.AlternateIdData, Asi.Contracts",
        "Id": "101",
        "IdType": "Id"
       }
      ]
     },
     "Emails": {
      "$type": "Asi.Soa.Membership.DataContracts.EmailDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Membership.DataContracts.EmailData, Asi.Contracts",
        "Address": "ada@example.org",
        "EmailType": "_Primary",
        "IsPrimary": true
       }
      ]
     },
     "Phones": {
      "$type": "Asi.Soa.Membership.DataContracts.PhoneDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Membership.DataContracts.PhoneData, Asi.Contracts",
        "Number": "555-0100",
        "PhoneType": "_Work Phone"
       }
      ]
     },
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     },
     "PartyId": "101",
     "Id": "101",
     "Status": {
      "$type": "Asi.Soa.Membership.DataContracts.PartyStatusData, Asi.Contracts",
      "PartyStatusId": "A",
      "Name": "Active",
      "Description": "Active"
     }
    }"
  `);
});

test('CsContact on the wire', () => {
  expect(wireOf('CsContact')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts",
     "EntityTypeName": "CsContact",
     "PrimaryParentEntityTypeName": "Party",
     "Identity": {
      "$type": "Asi.Soa.Core.DataContracts.IdentityData, Asi.Contracts",
      "EntityTypeName": "CsContact",
      "IdentityElements": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.String, mscorlib]], mscorlib",
       "$values": [
        "101"
       ]
      }
     },
     "PrimaryParentIdentity": {
      "$type": "Asi.Soa.Core.DataContracts.IdentityData, Asi.Contracts",
      "EntityTypeName": "Party",
      "IdentityElements": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.String, mscorlib]], mscorlib",
       "$values": [
        "101"
       ]
      }
     },
     "Properties": {
      "$type": "Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "ID",
        "Value": "101"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "MemberType",
        "Value": "REG"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "JoinDate",
        "Value": "2019-03-01T00:00:00"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "PaidThrough",
        "Value": "2026-12-31T00:00:00"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "RenewedThru",
        "Value": "2026-12-31T00:00:00"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "UpdatedOn",
        "Value": "2026-03-04T09:15:30.12"
       }
      ]
     }
    }"
  `);
});

test('User on the wire', () => {
  expect(wireOf('User')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Membership.DataContracts.UserData, Asi.Contracts",
     "UserId": "149",
     "UserName": "membership",
     "IsDisabled": false,
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('Group on the wire', () => {
  expect(wireOf('Group')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Membership.DataContracts.GroupSummaryData, Asi.Contracts",
     "GroupId": "TX",
     "Name": "Texas Chapter",
     "GroupClass": {
      "$type": "Asi.Soa.Membership.DataContracts.GroupClassSummaryData, Asi.Contracts",
      "Name": "Chapter"
     }
    }"
  `);
});

test('GroupMember on the wire', () => {
  expect(wireOf('GroupMember')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Membership.DataContracts.GroupMemberData, Asi.Contracts",
     "GroupMemberId": "TX:101",
     "Group": {
      "$type": "Asi.Soa.Membership.DataContracts.GroupSummaryData, Asi.Contracts",
      "GroupId": "TX"
     },
     "Party": {
      "$type": "Asi.Soa.Membership.DataContracts.PartySummaryData, Asi.Contracts",
      "PartyId": "101"
     },
     "JoinDate": "2025-01-01T00:00:00",
     "IsActive": true,
     "MembershipDetails": {
      "$type": "Asi.Soa.Membership.DataContracts.GroupMemberDetailDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Membership.DataContracts.GroupMemberDetailData, Asi.Contracts",
        "GroupMemberDetailId": "TX:101",
        "EffectiveDate": "2025-01-01T00:00:00",
        "ExpirationDate": "2026-12-31T00:00:00",
        "IsActive": true,
        "Role": {
         "$type": "Asi.Soa.Membership.DataContracts.GroupRoleData, Asi.Contracts",
         "Name": "Chair",
         "Description": "Chair"
        }
       }
      ]
     },
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('Event on the wire', () => {
  expect(wireOf('Event')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Events.DataContracts.EventData, Asi.Contracts",
     "EventId": "ANNCONF/26",
     "EventCode": "ANNCONF",
     "Name": "Annual Conference",
     "StartDateTime": "2026-06-01T00:00:00",
     "EndDateTime": "2026-06-03T00:00:00",
     "Status": "P",
     "Category": {
      "$type": "Asi.Soa.Events.DataContracts.EventCategorySummaryData, Asi.Contracts",
      "EventCategoryId": "conference",
      "Name": "conference"
     },
     "Location": {
      "$type": "Asi.Soa.Membership.DataContracts.AddressData, Asi.Contracts",
      "CityName": "Austin",
      "CountrySubEntityCode": "TX"
     },
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('EventRegistration on the wire', () => {
  expect(wireOf('EventRegistration')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Events.DataContracts.EventRegistrationData, Asi.Contracts",
     "EventRegistrationId": "ANNCONF-101",
     "Event": {
      "$type": "Asi.Soa.Events.DataContracts.EventSummaryData, Asi.Contracts",
      "EventId": "ANNCONF"
     },
     "Registrant": {
      "$type": "Asi.Soa.Membership.DataContracts.PartySummaryData, Asi.Contracts",
      "PartyId": "101"
     },
     "RegistrationDate": "2026-02-11T00:00:00",
     "Status": 1,
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('Activity on the wire', () => {
  expect(wireOf('Activity')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts",
     "EntityTypeName": "Activity",
     "PrimaryParentEntityTypeName": "Party",
     "Identity": {
      "$type": "Asi.Soa.Core.DataContracts.IdentityData, Asi.Contracts",
      "EntityTypeName": "Activity",
      "IdentityElements": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.String, mscorlib]], mscorlib",
       "$values": [
        "7001"
       ]
      }
     },
     "PrimaryParentIdentity": {
      "$type": "Asi.Soa.Core.DataContracts.IdentityData, Asi.Contracts",
      "EntityTypeName": "Party",
      "IdentityElements": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.String, mscorlib]], mscorlib",
       "$values": [
        "101"
       ]
      }
     },
     "Properties": {
      "$type": "Asi.Soa.Core.DataContracts.GenericPropertyDataCollection, Asi.Contracts",
      "$values": [
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "SEQN",
        "Value": {
         "$type": "System.Int32",
         "$value": 7001
        }
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "PartyId",
        "Value": "101"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "ACTIVITY_TYPE",
        "Value": "NOTE"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "TRANSACTION_DATE",
        "Value": "2026-11-21T00:00:00"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "DESCRIPTION",
        "Value": "Call"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "NOTE",
        "Value": "Called about the conference 📞"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "OTHER_ID",
        "Value": "149"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "UF_1",
        "Value": "change-1"
       },
       {
        "$type": "Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts",
        "Name": "UpdatedOn",
        "Value": "2026-03-04T09:15:30.12"
       }
      ]
     }
    }"
  `);
});

test('InvoiceSummary on the wire', () => {
  expect(wireOf('InvoiceSummary')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Commerce.DataContracts.InvoiceSummaryData, Asi.Contracts",
     "InvoiceId": 9001,
     "InvoiceNumber": "D-9001",
     "InvoiceDate": "2026-10-01T00:00:00",
     "DueDate": "2026-11-01T00:00:00",
     "InvoiceAmount": {
      "$type": "Asi.Soa.Core.DataContracts.MonetaryAmountData, Asi.Contracts",
      "Amount": 240,
      "Currency": {
       "$type": "Asi.Soa.Core.DataContracts.CurrencyData, Asi.Contracts",
       "CurrencyCode": "USD",
       "DecimalPositions": 2
      },
      "IsAmountDefined": true
     },
     "Balance": {
      "$type": "Asi.Soa.Core.DataContracts.MonetaryAmountData, Asi.Contracts",
      "Amount": 10.5,
      "Currency": {
       "$type": "Asi.Soa.Core.DataContracts.CurrencyData, Asi.Contracts",
       "CurrencyCode": "USD",
       "DecimalPositions": 2
      },
      "IsAmountDefined": true
     },
     "SoldToParty": {
      "$type": "Asi.Soa.Membership.DataContracts.PartySummaryData, Asi.Contracts",
      "PartyId": "101"
     },
     "BillToParty": {
      "$type": "Asi.Soa.Membership.DataContracts.PartySummaryData, Asi.Contracts",
      "PartyId": "500"
     },
     "SourceSystem": "DUES",
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('PaymentSummary on the wire', () => {
  expect(wireOf('PaymentSummary')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Commerce.DataContracts.PaymentSummaryData, Asi.Contracts",
     "PaymentId": "P-1",
     "PayorParty": {
      "$type": "Asi.Soa.Membership.DataContracts.PartySummaryData, Asi.Contracts",
      "PartyId": "101"
     },
     "InvoiceId": 9001,
     "PaymentDate": "2026-10-15T00:00:00",
     "Amount": {
      "$type": "Asi.Soa.Core.DataContracts.MonetaryAmountData, Asi.Contracts",
      "Amount": 229.5,
      "Currency": {
       "$type": "Asi.Soa.Core.DataContracts.CurrencyData, Asi.Contracts",
       "CurrencyCode": "USD",
       "DecimalPositions": 2
      },
      "IsAmountDefined": true
     },
     "PaymentMethod": {
      "$type": "Asi.Soa.Commerce.DataContracts.PaymentMethodSummaryData, Asi.Contracts",
      "PaymentMethodId": "Check",
      "Name": "Check"
     },
     "Status": "Received",
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('Subscription on the wire', () => {
  expect(wireOf('Subscription')).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Commerce.DataContracts.SubscriptionData, Asi.Contracts",
     "PartyId": "101",
     "ItemId": "REG",
     "Status": "A",
     "PaidThrough": "2026-12-31T00:00:00",
     "BillBegin": "2026-01-01T00:00:00",
     "BillThrough": "2026-12-31T00:00:00",
     "BillAmount": {
      "$type": "Asi.Soa.Core.DataContracts.MonetaryAmountData, Asi.Contracts",
      "Amount": 240,
      "Currency": {
       "$type": "Asi.Soa.Core.DataContracts.CurrencyData, Asi.Contracts",
       "CurrencyCode": "USD",
       "DecimalPositions": 2
      },
      "IsAmountDefined": true
     },
     "UpdateInformation": {
      "$type": "Asi.Soa.Core.DataContracts.EntityUpdateInformationData, Asi.Contracts",
      "UpdatedOn": "2026-03-04T09:15:30.12"
     }
    }"
  `);
});

test('a row of a query on the wire is flat, its days at midnight and what it lacks left out', () => {
  const attendance = { MessageId: 'm1', ID: '101', Campaign: 'News', Purpose: 'newsletter', SentOn: '2026-11-02' };
  const row = encodeRow(definition('MailEvents'), { ...attendance, Bounced: false, UpdatedOn: '2026-11-03T10:00:00' });
  expect(JSON.stringify(row, null, 1)).toMatchInlineSnapshot(`
    "{
     "$type": "System.Dynamic.ExpandoObject, System.Core",
     "MessageId": "m1",
     "ID": "101",
     "Campaign": "News",
     "Purpose": "newsletter",
     "SentOn": "2026-11-02T00:00:00",
     "Bounced": false,
     "UpdatedOn": "2026-11-03T10:00:00"
    }"
  `);
});

test('a page on the wire names its rows, has no link and ends with a next offset of 0', () => {
  const page = encodePage(queryRowType, [{ $type: 'row', ID: '1' }], { offset: 2, limit: 1, total: 4 });
  expect(JSON.stringify(page, null, 1)).toMatchInlineSnapshot(`
    "{
     "$type": "Asi.Soa.Core.DataContracts.PagedResult\`1[[System.Object, mscorlib]], Asi.Contracts",
     "Items": {
      "$type": "System.Collections.Generic.List\`1[[System.Object, mscorlib]], mscorlib",
      "$values": [
       {
        "$type": "row",
        "ID": "1"
       }
      ]
     },
     "Offset": 2,
     "Limit": 1,
     "Count": 1,
     "TotalCount": 4,
     "NextPageLink": null,
     "HasNext": true,
     "NextOffset": 3
    }"
  `);
  expect(encodePage(queryRowType, [{}, {}], { offset: 2, limit: 2, total: 4 })).toMatchObject({
    HasNext: false,
    NextOffset: 0,
  });
});

test('a validation failure, a refused token and the envelopes of an operation on the wire', () => {
  expect(
    JSON.stringify(
      [
        encodeValidation([{ field: 'LastName', message: 'Last name is required.' }]),
        unauthorizedBody,
        encodeExecute('QueryDefinition', 'FindByPath', ['$/AICopilot/Logins']),
        encodeOperation(encodeRoles(['RemoteService'])),
        encodeOperation(undefined, 'No such user.'),
      ],
      null,
      1,
    ),
  ).toMatchInlineSnapshot(`
    "[
     {
      "$type": "Asi.Soa.Core.DataContracts.ValidationResultsData, Asi.Contracts",
      "Errors": {
       "$type": "Asi.Soa.Core.DataContracts.ValidationResultDataCollection, Asi.Contracts",
       "$values": [
        {
         "$type": "Asi.Soa.Core.DataContracts.ValidationResultData, Asi.Contracts",
         "FieldName": "LastName",
         "Message": "Last name is required."
        }
       ]
      },
      "Warnings": {
       "$type": "Asi.Soa.Core.DataContracts.ValidationResultDataCollection, Asi.Contracts",
       "$values": []
      },
      "Summary": "Last name is required."
     },
     {
      "$type": "System.Web.Http.HttpError, System.Web.Http",
      "Message": "Authorization has been denied for this request."
     },
     {
      "$type": "Asi.Soa.Core.DataContracts.GenericExecuteRequest, Asi.Contracts",
      "OperationName": "FindByPath",
      "EntityTypeName": "QueryDefinition",
      "Parameters": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.Object, mscorlib]], mscorlib",
       "$values": [
        {
         "$type": "System.String",
         "$value": "$/AICopilot/Logins"
        }
       ]
      },
      "ParameterTypeName": {
       "$type": "System.Collections.ObjectModel.Collection\`1[[System.String, mscorlib]], mscorlib",
       "$values": [
        "System.String"
       ]
      },
      "UseJson": false
     },
     {
      "$type": "Asi.Soa.Core.DataContracts.ServiceResponse, Asi.Contracts",
      "Result": {
       "$type": "Asi.Soa.Core.DataContracts.RoleDataCollection, Asi.Contracts",
       "$values": [
        {
         "$type": "Asi.Soa.Core.DataContracts.RoleData, Asi.Contracts",
         "RoleKey": "RemoteService",
         "RoleName": "RemoteService",
         "Description": "RemoteService"
        }
       ]
      },
      "StatusCode": 0,
      "IsSuccessStatusCode": true,
      "Message": null,
      "ReasonPhrase": null,
      "IsCachedResult": false
     },
     {
      "$type": "Asi.Soa.Core.DataContracts.ServiceResponse, Asi.Contracts",
      "StatusCode": 1,
      "IsSuccessStatusCode": false,
      "Message": "No such user.",
      "ReasonPhrase": null,
      "IsCachedResult": false
     }
    ]"
  `);
});

function definition(name: string) {
  const found = queries.find((query) => query.name === name);
  if (!found) throw new Error(`no query ${name}`);
  return found;
}
